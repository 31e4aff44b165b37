package app.cadeau.livepage;

import app.cadeau.money.Coins;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns what the page's library tells by its binding into news. */
final class PageEvents {

    private PageEvents() {}

    /** Null for what is no news to a send. */
    static @Nullable PageNews news(JsonNode told, Instant now) {
        return switch (String.valueOf(Json.text(told, "type"))) {
            case "pressed" ->
                new PageNews.Pressed(
                        whole(told, "burst"),
                        (int) whole(told, "index"),
                        told.path("at").asDouble(0),
                        now);
            case "burstEnded" ->
                new PageNews.BurstEnded(
                        whole(told, "burst"), (int) whole(told, "presses"), halt(told.get("halted")), now);
            case "shaken" -> new PageNews.Shaken(trouble(Json.text(told, "trouble")), seen(told), now);
            case "balance" -> balance(told, now);
            default -> null;
        };
    }

    static Trouble trouble(@Nullable String name) {
        try {
            return Trouble.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Trouble.PAGE_CHANGED;
        }
    }

    static String seen(JsonNode told) {
        String seen = Json.text(told, "seen");
        return seen == null ? "the page did not say what it saw" : seen;
    }

    private static PageNews.@Nullable Halt halt(@Nullable JsonNode halted) {
        if (halted == null || halted.isNull()) {
            return null;
        }
        String kind = String.valueOf(Json.text(halted, "kind"));
        try {
            return new PageNews.Halt(PageNews.Halt.Kind.valueOf(kind), seen(halted));
        } catch (IllegalArgumentException unknown) {
            return new PageNews.Halt(PageNews.Halt.Kind.NOT_READY, kind + ": " + seen(halted));
        }
    }

    private static @Nullable PageNews balance(JsonNode told, Instant now) {
        Long coins = Json.whole(told, "coins");
        return coins == null || coins < 0
                ? null
                : new PageNews.Balance(new BalanceReading(Coins.of(coins), BalanceReading.Source.BADGE, now));
    }

    private static long whole(JsonNode told, String name) {
        Long value = Json.whole(told, name);
        if (value == null) {
            throw new IllegalStateException("the page's library told no " + name + ": " + told);
        }
        return value;
    }
}
