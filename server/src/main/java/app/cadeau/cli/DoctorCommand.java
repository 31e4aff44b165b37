package app.cadeau.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadeau doctor [@NAME]}: what is in order and what is not; spends nothing. */
@Command(name = "doctor", description = "Checks this machine, and a LIVE's page if one is named; spends nothing.")
final class DoctorCommand extends Reaching {

    @Parameters(arity = "0..1", paramLabel = "@NAME", description = "The streamer whose LIVE page is looked at.")
    @Nullable
    String streamer;

    @Option(names = "--account", paramLabel = "A", description = "Which account looks.")
    @Nullable
    String account;

    @Override
    int ask(Client client) {
        var findings = client.get("/api/doctor?" + query("streamer", streamer) + query("account", account));
        var fine = true;
        var table = new Table();
        for (var finding : findings) {
            fine &= finding.path("ok").asBoolean();
            table.row(
                    finding.path("ok").asBoolean() ? "ok" : "WRONG",
                    finding.path("what").asString(),
                    finding.path("seen").asString());
        }
        if (!asJson(findings)) {
            table.print(world().out());
        }
        return fine ? Exit.FINE : Exit.NOT_IN_FULL;
    }

    private static String query(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
