package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has the page open its panel, and scroll it to its end, to tell every gift that it shows and where. */
final class Panel {

    /** What the page needs to answer after it stopped looking. */
    private static final Duration TO_ANSWER = Duration.ofMillis(300);

    private static final Duration ALL_GIFTS_WITHIN = Duration.ofSeconds(4);

    private final ChromiumLivePage page;
    private final Known known;
    private final InstantSource clock;

    Panel(ChromiumLivePage page, Known known, InstantSource clock) {
        this.page = page;
        this.known = known;
        this.clock = clock;
    }

    /** The tiles as the page's library tells them, or null when the page did not answer. */
    @Nullable
    JsonNode tiles(Instant deadline) throws LaneDown, InterruptedException {
        Instant most = clock.instant().plus(ALL_GIFTS_WITHIN);
        Instant until = most.isBefore(deadline) ? most : deadline;
        Duration looking = Duration.between(clock.instant(), until).minus(TO_ANSWER);
        return page.calls().run("cadeau.offeredAll(" + Math.max(0, looking.toMillis()) + ")", until);
    }

    /** The gifts that were known to be offered, each at its place; as they were when the page does not answer. */
    List<OfferedGift> all(List<OfferedGift> before, Instant deadline) {
        try {
            JsonNode tiles = tiles(deadline);
            page.calls().run("cadeau.closePanel(1000)", deadline);
            var ids = before.stream().map(offer -> offer.gift().id().value()).toList();
            return tiles == null
                    ? before
                    : Offers.of(
                            known.gifts().stream()
                                    .filter(listed ->
                                            ids.contains(listed.gift().id().value()))
                                    .toList(),
                            tiles);
        } catch (LaneDown down) {
            return before;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return before;
        }
    }
}
