package app.cadeau.cli;

import app.cadeau.CannotStart;
import app.cadeau.Daemon;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code cadeau restore}: puts a copy back, says why nothing is sent since, and takes a person's word for it. */
@Command(
        name = "restore",
        description = {
            "Puts a copy in the place of the database, while no daemon works; the old one is kept beside it.",
            "Without FILE: says whether the database was put back, and what to do."
        })
final class RestoreCommand extends Reaching {

    /** What becomes of sends that wait. */
    enum Waiting {
        SEND,
        STOP
    }

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A copy made by cadeau backup.")
    @Nullable
    Path file;

    @Option(names = "--accept", description = "You have compared it with the platform: accounts open again.")
    boolean accept;

    @Option(
            names = "--waiting",
            paramLabel = "send|stop",
            description = "With --accept: sends that waited in the copy go, or end.")
    @Nullable
    Waiting waiting;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With --accept: what you have found; it is kept.")
    @Nullable
    String reason;

    @Override
    public Integer call() {
        if (file != null && accept) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "first put FILE back; --accept comes after a look at it");
        }
        if (accept && reason == null) {
            throw new CommandFailed(Exit.BAD_ARGUMENTS, "--accept wants --reason TEXT");
        }
        return file == null ? super.call() : putBack(file);
    }

    private int putBack(Path copy) {
        try {
            var postgres = world().variable("CADEAU_DATABASE_URL").isPresent();
            var replaced = Daemon.putBack(world().home(), copy, postgres).map(Path::toString);
            if (!asJson(Client.JSON.valueToTree(
                    Map.of("database", database(), "replaced", replaced.orElse(""), "restored", true)))) {
                world().out().println(copy + " is the database now.");
                replaced.ifPresent(old -> world().out().println("The one that was there is kept: " + old));
                world().out()
                        .println("Nothing is sent until you have compared it with the platform's own history:"
                                + " cadeau restore tells what to do.");
            }
            return Exit.FINE;
        } catch (CannotStart refused) {
            throw new CommandFailed(Exit.NOT_IN_FULL, String.valueOf(refused.getMessage()), refused);
        }
    }

    private String database() {
        return world().home().resolve("cadeau.db").toString();
    }

    @Override
    int ask(Client client) {
        return accept ? accept(client) : show(client.get("/api/restored"));
    }

    private int show(JsonNode state) {
        if (asJson(state)) {
            return Exit.FINE;
        }
        var out = world().out();
        if (!state.path("restored").asBoolean()) {
            out.println("This is the newest database; nothing waits for you.");
            return Exit.FINE;
        }
        out.println(state.path("sentence").asString());
        state.path("reviews").forEach(send -> out.println("  in review: cadeau sends show " + send.asString()));
        if (state.path("waiting").asInt() > 0) {
            out.println("  " + state.path("waiting").asString()
                    + " waiting, perhaps sent already: --waiting stop, or --waiting send when you know better");
        }
        return Exit.FINE;
    }

    private int accept(Client client) {
        var body = new HashMap<String, Object>(Map.of("reason", String.valueOf(reason)));
        if (waiting != null) {
            body.put("waiting", waiting.name().toLowerCase(Locale.ROOT));
        }
        var done = client.post("/api/restored/accept", body);
        if (!asJson(done)) {
            world().out()
                    .println("Accepted: " + Count.of(done.path("accounts").size(), "account") + " opened, "
                            + Count.of(done.path("stopped").size(), "waiting send") + " stopped.");
        }
        return Exit.FINE;
    }
}
