package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
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
            sends.probe(
                            Body.read("streamer", streamer, StreamerName::new),
                            account == null ? null : Body.read("account", account, AccountId::new))
                    .forEach(row -> findings.add(new Finding(row.what(), row.ok(), row.seen())));
        }
        return findings;
    }
}
