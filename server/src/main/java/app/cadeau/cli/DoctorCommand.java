package app.cadeau.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code cadeau doctor [@NAME]}: what is in order and what is not; spends nothing. */
@Command(name = "doctor", description = "Checks this machine, and a LIVE's page if one is named; spends nothing.")
final class DoctorCommand extends Reaching {

    private static final int MOST_OTHERS = 6;

    @Parameters(arity = "0..1", paramLabel = "@NAME", description = "The streamer whose LIVE page is looked at.")
    @Nullable
    String streamer;

    @Option(names = "--account", paramLabel = "A", description = "Which account looks.")
    @Nullable
    String account;

    @Option(names = "--designs", paramLabel = "A,B", description = "Read the page with these designs only.")
    @Nullable
    String designs;

    @Override
    int ask(Client client) {
        var findings =
                client.get(Address.of("/api/doctor", "streamer", streamer, "account", account, "designs", designs));
        var fine = true;
        var table = new Table();
        for (var finding : findings) {
            fine &= ok(finding) || !finding.path("needed").asBoolean(true);
            table.row(mark(finding), finding.path("what").asString(), seen(finding));
            meaning(finding).forEach(line -> table.row("", "", line));
        }
        if (!asJson(findings)) {
            table.print(world().out());
        }
        return fine ? Exit.FINE : Exit.NOT_IN_FULL;
    }

    private static boolean ok(JsonNode finding) {
        return finding.path("ok").asBoolean();
    }

    private static String mark(JsonNode finding) {
        return ok(finding) ? "ok" : finding.path("needed").asBoolean(true) ? "WRONG" : "note";
    }

    private static String seen(JsonNode finding) {
        return finding.path("seen").asString();
    }

    /** What it means when it is not well, and which words and selectors are on the page for it. */
    private static List<String> meaning(JsonNode finding) {
        var lines = new ArrayList<String>();
        if (!ok(finding) && finding.path("means").isString()) {
            lines.add("→ " + finding.path("means").asString());
        }
        var others = finding.path("others")
                .valueStream()
                .filter(other -> other.path("count").asInt() > 0)
                .map(other -> other.path("design").asString() + " "
                        + other.path("by").asString() + " ×"
                        + other.path("count").asString())
                .limit(MOST_OTHERS)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            lines.add("  also by: " + others);
        }
        return lines;
    }
}
