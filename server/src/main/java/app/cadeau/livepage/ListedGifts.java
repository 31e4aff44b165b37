package app.cadeau.livepage;

import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.GiftId;
import app.cadeau.money.Coins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The gifts of a gift/list answer: data.gifts and data.pages[].gifts, each with the names of live-facts 2.2. */
final class ListedGifts {

    /** A gift of the list with every address of its picture. */
    record Listed(
            Gift gift, List<String> pictures, @Nullable String locked) {

        /** As the page's library takes it. */
        Map<String, Object> words() {
            return Map.of(
                    "id", gift.id().value(),
                    "name", gift.name(),
                    "coins", gift.price().amount(),
                    "combo", Boolean.TRUE.equals(gift.combo()),
                    "locked", locked == null ? "" : locked,
                    "pictures", pictures);
        }
    }

    private ListedGifts() {}

    static Map<Long, Listed> read(JsonNode answer) {
        Map<Long, Listed> gifts = new LinkedHashMap<>();
        JsonNode data = answer.get("data");
        addAll(Json.at(data, "gifts"), gifts);
        JsonNode pages = Json.at(data, "pages");
        if (pages != null && pages.isArray()) {
            pages.forEach(page -> addAll(page.get("gifts"), gifts));
        }
        return gifts;
    }

    static String words(List<Listed> gifts) {
        return Json.write(gifts.stream().map(Listed::words).toList());
    }

    /** Names of the list's pages, in its order: data.pages[].page_name. */
    static List<String> pages(JsonNode answer) {
        List<String> names = new ArrayList<>();
        JsonNode pages = Json.at(answer, "data", "pages");
        if (pages != null && pages.isArray()) {
            for (JsonNode page : pages) {
                String name = Json.text(page, "page_name");
                if (name != null && !name.isBlank()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** What the list says in data.risk_ctl when this account may not give (live-facts 8), or null. */
    static @Nullable String barred(JsonNode answer) {
        JsonNode risk = Json.at(answer, "data", "risk_ctl");
        JsonNode off = risk == null ? null : risk.get("disable_send_gift");
        if (off == null || !(off.asBoolean(false) || off.asInt(0) == 1)) {
            return null;
        }
        String message = Json.text(risk, "error_msg");
        return message == null || message.isBlank() ? "the gift list says that this account may not give" : message;
    }

    private static void addAll(@Nullable JsonNode array, Map<Long, Listed> gifts) {
        if (array == null || !array.isArray()) {
            return;
        }
        for (JsonNode entry : array) {
            Listed listed = listed(entry);
            if (listed != null) {
                gifts.putIfAbsent(listed.gift().id().value(), listed);
            }
        }
    }

    private static @Nullable Listed listed(JsonNode entry) {
        Long id = Json.whole(entry, "id");
        Long coins = Json.whole(entry, "diamond_count");
        String name = Json.text(entry, "name");
        if (id == null || id <= 0 || coins == null || coins < 0 || name == null) {
            return null;
        }
        List<String> pictures = pictures(entry);
        JsonNode combo = entry.get("combo");
        return new Listed(
                new Gift(
                        new GiftId(id),
                        name,
                        Coins.of(coins),
                        combo == null || !combo.isBoolean() ? null : Boolean.valueOf(combo.asBoolean()),
                        pictures.isEmpty() ? null : pictures.getFirst()),
                pictures,
                locked(entry.get("lock_info")));
    }

    /** Why the list itself says that the gift is locked (live-facts 2.2: lock 1, lock_type 2, gift_level 3), or null. */
    private static @Nullable String locked(@Nullable JsonNode lock) {
        if (lock == null
                || !(lock.path("lock").asBoolean(false) || lock.path("lock").asInt(0) == 1)) {
            return null;
        }
        Long level = Json.whole(lock, "gift_level");
        return "the LIVE's list locks it" + (level == null ? "" : " below level " + level);
    }

    private static List<String> pictures(JsonNode entry) {
        List<String> pictures = new ArrayList<>();
        for (String field : List.of("image", "icon")) {
            JsonNode image = entry.get(field);
            for (String list : List.of("url_list", "urls")) {
                JsonNode urls = Json.at(image, list);
                if (urls != null && urls.isArray()) {
                    urls.forEach(url -> pictures.add(url.asString("")));
                }
            }
            String uri = Json.text(image, "uri");
            if (uri != null) {
                pictures.add(uri);
            }
        }
        pictures.removeIf(String::isBlank);
        return pictures;
    }
}
