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
    record Listed(Gift gift, List<String> pictures) {

        /** As the page's library takes it. */
        Map<String, Object> words() {
            return Map.of(
                    "id", gift.id().value(),
                    "name", gift.name(),
                    "coins", gift.price().amount(),
                    "combo", Boolean.TRUE.equals(gift.combo()),
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
                pictures);
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
