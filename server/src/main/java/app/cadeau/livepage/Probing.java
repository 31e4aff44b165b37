package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything on an open LIVE page that a send needs. It opens More, and selects one tile where that is a click
 * on the tile; a tile that has its Send already is not clicked at all. The gate is shut throughout.
 */
final class Probing {

    private static final Duration SELECT_WITHIN = Duration.ofSeconds(3);

    private final ChromiumLivePage page;
    private final InstantSource clock;
    private final Instant deadline;

    Probing(ChromiumLivePage page, InstantSource clock, Instant deadline) {
        this.page = page;
        this.clock = clock;
        this.deadline = deadline;
    }

    List<ProbeRow> rows() throws LaneDown, InterruptedException {
        List<ProbeRow> rows = facts(page.facts());
        rows.add(stream(page.hears()));
        page.calls().run("cadeau.openPanel(2000)", deadline);
        page.facts().offered().stream()
                .filter(gift -> gift.place() != OfferedGift.Place.LISTED)
                .min(Comparator.comparing(OfferedGift::place))
                .ifPresent(gift -> rows.add(selected(gift)));
        List<ProbeRow> seen = ProbeTarget.rows(page.calls().look("cadeau.probe()", deadline));
        rows.addAll(seen.isEmpty() ? List.of(new ProbeRow("page", false, "it did not answer")) : seen);
        page.calls().run("cadeau.closePanel(1000)", deadline);
        return rows;
    }

    private static List<ProbeRow> facts(LiveFacts facts) {
        List<ProbeRow> rows = new ArrayList<>();
        var balance = facts.balance();
        rows.add(new ProbeRow("LIVE", true, "room " + facts.roomId()));
        rows.add(helpful("recipient", facts.hostId(), "a request that names any recipient is failed at the gate"));
        rows.add(helpful("own user id", facts.ownUserId(), "no echo can be a witness"));
        rows.add(helpful(
                "gift list",
                facts.offered().isEmpty()
                        ? null
                        : facts.offered().size() + (facts.offered().size() == 1 ? " gift" : " gifts"),
                "the catalogue stands in for it"));
        rows.add(helpful(
                "wallet call",
                balance == null ? null : Coins.inWords(balance.coins().amount()) + ", from the " + balance.source(),
                "no balance can be a witness"));
        return rows;
    }

    private static ProbeRow stream(@Nullable String way) {
        return helpful("stream", way, "no echo can be a witness, and the end of the LIVE is seen on its page alone");
    }

    private static ProbeRow helpful(String what, @Nullable String seen, String means) {
        boolean ok = seen != null;
        return new ProbeRow(what, ok, false, seen == null ? "not there" : seen, List.of(), ok ? null : means);
    }

    private ProbeRow selected(OfferedGift offered) {
        Instant most = clock.instant().plus(SELECT_WITHIN);
        Instant until = most.isBefore(deadline) ? most : deadline;
        var gift = offered.gift();
        return switch (page.select(gift.id(), gift.price(), until)) {
            case Selection.Selected done ->
                new ProbeRow("select", true, gift.name() + ": the guard would let it be sent");
            case Selection.NotSelected(var trouble, var seen) -> new ProbeRow("select", false, trouble + ": " + seen);
        };
    }
}
