package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.sends.Looked;
import app.cadeau.sends.Sends;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctor}: what is in order on this machine, and on a LIVE's page if one is named. Spends nothing. */
@RestController
class DoctorApi {

    /** @param seen what was found, in words for a person */
    record Finding(String what, boolean ok, String seen) {}

    private final Machine machine;
    private final Sends sends;

    DoctorApi(Machine machine, Sends sends) {
        this.machine = machine;
        this.sends = sends;
    }

    @GetMapping("/api/doctor")
    List<Finding> examine(
            @RequestParam(required = false) @Nullable String streamer,
            @RequestParam(required = false) @Nullable String account) {
        var findings = new ArrayList<>(machine.findings());
        if (streamer != null) {
            var looked = sends.look(
                    Body.read("streamer", streamer, StreamerName::new),
                    account == null ? null : Body.read("account", account, AccountId::new));
            switch (looked) {
                case Looked.NotSeen(var reason) ->
                    findings.add(new Finding("LIVE page", false, reason.sentence() + " (" + reason.code() + ")"));
                case Looked.OnAir(var by, var facts) -> findings.addAll(page(facts));
            }
        }
        return findings;
    }

    private static List<Finding> page(LiveFacts facts) {
        var bar = count(facts, OfferedGift.Place.BAR);
        var panel = count(facts, OfferedGift.Place.PANEL);
        var balance = facts.balance();
        return List.of(
                new Finding("LIVE page", true, "on air, room " + facts.roomId()),
                new Finding("gift bar", bar > 0, bar + " gifts"),
                new Finding("gift panel", true, panel == 0 ? "not opened by this look" : panel + " gifts behind More"),
                new Finding(
                        "gift list", !facts.offered().isEmpty(), facts.offered().size() + " gifts with id and price"),
                new Finding(
                        "balance",
                        balance != null,
                        balance == null ? "not read" : balance.coins().amount() + " coins, by " + balance.source()),
                new Finding(
                        "own user id",
                        facts.ownUserId() != null,
                        facts.ownUserId() == null ? "not known: no echo can be a witness" : "known"));
    }

    private static long count(LiveFacts facts, OfferedGift.Place place) {
        return facts.offered().stream().filter(gift -> gift.place() == place).count();
    }
}
