package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import app.cadeau.catalogue.GiftId;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** Has the page find a gift's tile by what the LIVE's own list says of it, and select it. */
final class Selecting {

    private final ChromiumLivePage page;
    private final Known known;
    private final InstantSource clock;

    Selecting(ChromiumLivePage page, Known known, InstantSource clock) {
        this.page = page;
        this.known = known;
        this.clock = clock;
    }

    Selection select(GiftId id, Coins price, Instant deadline) {
        var listed = known.gift(id.value());
        if (listed == null) {
            return new Selection.NotSelected(
                    Trouble.GIFT_NOT_OFFERED, "gift " + id.value() + " is not in this LIVE's list");
        }
        if (!listed.gift().price().equals(price)) {
            return new Selection.NotSelected(
                    Trouble.PRICE_MOVED,
                    "this LIVE asks " + Coins.inWords(listed.gift().price().amount()) + ", agreed were "
                            + price.amount());
        }
        try {
            return ask(listed, deadline);
        } catch (LaneDown down) {
            return new Selection.NotSelected(Trouble.BROWSER_LOST, String.valueOf(down.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Selection.NotSelected(Trouble.BROWSER_LOST, "interrupted while a gift was selected");
        }
    }

    private Selection ask(ListedGifts.Listed listed, Instant deadline) throws LaneDown, InterruptedException {
        long millis = Duration.between(clock.instant(), deadline).toMillis();
        JsonNode told = page.calls()
                .run("cadeau.select(" + Json.write(listed.words()) + ", " + Math.max(0, millis - 200) + ")", deadline);
        if (told == null || !told.isObject()) {
            return new Selection.NotSelected(
                    Trouble.PAGE_CHANGED,
                    "the page did not select " + listed.gift().name() + " in time");
        }
        if (!told.path("ok").asBoolean(false)) {
            return new Selection.NotSelected(PageEvents.trouble(Json.text(told, "kind")), PageEvents.seen(told));
        }
        if (told.path("framed").asBoolean(false)) {
            page.sendsFromFrame(deadline);
        }
        return new Selection.Selected(Offers.at(listed.gift(), told));
    }
}
