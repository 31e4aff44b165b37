package app.cadeau.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code cadeau queue pause|resume}. */
@Command(
        name = "queue",
        description = "Holds waiting sends back, and lets them go on.",
        subcommands = {QueueCommand.Pause.class, QueueCommand.Resume.class})
final class QueueCommand extends Group {

    @Command(name = "pause", description = "Begins nothing new; what runs goes on.")
    static final class Pause extends Change {
        Pause() {
            super("pause");
        }
    }

    @Command(name = "resume", description = "Lets waiting sends begin.")
    static final class Resume extends Change {
        Resume() {
            super("resume");
        }
    }

    @Command
    abstract static class Change extends Reaching {

        @Option(names = "--account", paramLabel = "A", description = "Only the sends of this account.")
        @Nullable
        String account;

        private final String word;

        Change(String word) {
            this.word = word;
        }

        @Override
        int ask(Client client) {
            var queue = client.post("/api/queue/" + word, account == null ? Map.of() : Map.of("account", account));
            if (!asJson(queue)) {
                world().out().println(queue.path("waiting").asString() + " waiting, " + state(queue));
            }
            return Exit.FINE;
        }

        private String state(JsonNode queue) {
            if (account != null) {
                return "account " + account + " is " + ("pause".equals(word) ? "paused" : "open");
            }
            return "the queue is " + (queue.path("paused").asBoolean() ? "paused" : "open");
        }
    }
}
