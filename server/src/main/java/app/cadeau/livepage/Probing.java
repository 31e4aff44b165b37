package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks at everything on an open LIVE page that a send needs. It selects a gift of the bar, and presses nothing. */
final class Probing {

    private static final Duration SELECT_WITHIN = Duration.ofSeconds(3);

    /** What is well when it is not there. */
    private static final Set<String> UNWANTED = Set.of("challenge", "log-in");

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
        page.calls().run("cadeau.openPanel(2000)", deadline);
        page.facts().offered().stream()
                .filter(gift -> gift.place() == OfferedGift.Place.BAR)
                .findFirst()
                .ifPresent(gift -> rows.add(selected(gift)));
        JsonNode seen = page.calls().look("cadeau.probe()", deadline);
        if (seen == null || !seen.isArray()) {
            rows.add(new ProbeRow("page", false, "it did not answer"));
        } else {
            seen.forEach(row -> rows.add(row(row)));
        }
        page.calls().run("cadeau.closePanel(1000)", deadline);
        return rows;
    }

    private static List<ProbeRow> facts(LiveFacts facts) {
        List<ProbeRow> rows = new ArrayList<>();
        String own = facts.ownUserId();
        var balance = facts.balance();
        rows.add(new ProbeRow("LIVE", true, "room " + facts.roomId() + " of host " + facts.hostId()));
        rows.add(new ProbeRow(
                "own user id", own != null, own != null ? own : "not told: no echo can be a witness here"));
        rows.add(new ProbeRow(
                "wallet", balance != null, balance != null ? balance.coins().amount() + " coins" : "not told"));
        rows.add(new ProbeRow(
                "gift list", !facts.offered().isEmpty(), facts.offered().size() + " gifts"));
        return rows;
    }

    private ProbeRow selected(OfferedGift offered) {
        Instant most = clock.instant().plus(SELECT_WITHIN);
        Instant until = most.isBefore(deadline) ? most : deadline;
        var gift = offered.gift();
        return switch (page.select(gift.id(), gift.price(), until)) {
            case Selection.Selected done -> new ProbeRow("select", true, gift.name() + ": tile and Send are there");
            case Selection.NotSelected(var trouble, var seen) -> new ProbeRow("select", false, trouble + ": " + seen);
        };
    }

    /** What the named designs' selectors find instead, to see what has changed. */
    private static String missing(JsonNode told) {
        String tried =
                told.path("alternatives").valueStream().map(JsonNode::asString).collect(Collectors.joining("; "));
        return tried.isEmpty() ? "not there" : "not there; found by selector: " + tried;
    }

    private static ProbeRow row(JsonNode told) {
        String target = String.valueOf(Json.text(told, "target"));
        boolean found = told.path("found").asBoolean(false);
        boolean ok = UNWANTED.contains(target) != found;
        String how = Json.text(told, "how");
        return new ProbeRow(target, ok, how != null ? how : found ? "there" : ok ? "not there" : missing(told));
    }
}
