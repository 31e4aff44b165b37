package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.ProbeRow;
import app.cadeau.sends.Probed;
import app.cadeau.sends.Sends;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/doctor}: what is in order on this machine, and on a LIVE's page if one is named. Spends nothing. */
@RestController
class DoctorApi {

    private static final Pattern DESIGN = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /**
     * @param seen what was found, in words for a person
     * @param needed no send can run as long as this is not well
     * @param others what else would have found it on the page
     * @param means what follows when it is not well
     */
    record Finding(
            String what,
            boolean ok,
            String seen,
            boolean needed,
            List<ProbeRow.Other> others,
            @Nullable String means) {

        Finding(String what, boolean ok, String seen) {
            this(what, ok, seen, true, List.of(), null);
        }
    }

    private final Machine machine;
    private final Sends sends;

    DoctorApi(Machine machine, Sends sends) {
        this.machine = machine;
        this.sends = sends;
    }

    @GetMapping("/api/doctor")
    List<Finding> examine(
            @RequestParam(required = false) @Nullable String streamer,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String designs) {
        var findings = new ArrayList<>(machine.findings());
        if (streamer != null) {
            var probed = sends.probe(
                    Body.read("streamer", streamer, StreamerName::new),
                    account == null ? null : Body.read("account", account, AccountId::new),
                    designs == null ? List.of() : designs(designs));
            probed.rows().forEach(row -> findings.add(finding(row)));
            findings.add(verdict(probed));
        }
        return findings;
    }

    private static List<String> designs(String text) {
        return Stream.of(text.split(",", -1))
                .map(name -> Body.read("designs", name.strip(), DoctorApi::design))
                .toList();
    }

    private static String design(String name) {
        if (!DESIGN.matcher(name).matches()) {
            throw new IllegalArgumentException("names of designs are wanted, as in generic,mine");
        }
        return name;
    }

    private static Finding finding(ProbeRow row) {
        return new Finding(row.what(), row.ok(), row.seen(), row.needed(), row.others(), row.means());
    }

    /** The last row: what all this comes to, and what to do. */
    private static Finding verdict(Probed probed) {
        var kept = probed.evidence();
        if (probed.ready()) {
            var without = kept == null
                    ? ""
                    : " without " + probed.wanting() + " (look at page.png and structure.html in " + kept
                            + " of the home)";
            return new Finding(
                    "a send", true, "could run" + without + "; nothing was pressed but More, and a tile to select it");
        }
        var next = kept == null
                ? null
                : "look at page.png and structure.html in " + kept
                        + " of the home, write selectors/NAME.yaml there as docs/selectors.md tells, and look again";
        return new Finding("a send", false, "cannot run: " + probed.missing(), true, List.of(), next);
    }
}
