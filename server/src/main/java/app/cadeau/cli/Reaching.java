package app.cadeau.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/** A command that asks the daemon one thing and prints the answer. Waiting sends go on waiting meanwhile. */
@Command
abstract class Reaching implements Callable<Integer> {

    @ParentCommand
    Object parent;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        try (var daemon = Daemons.reach(world(), OwnDaemon.Kind.LOOKING)) {
            return ask(daemon.client());
        }
    }

    abstract int ask(Client client);

    Cadeau cadeau() {
        return parent instanceof Group group ? group.cadeau() : (Cadeau) parent;
    }

    World world() {
        return cadeau().world();
    }

    /** Prints the answer as it came when JSON is wanted; true when it did. */
    boolean asJson(JsonNode answer) {
        if (json) {
            world().out().println(answer);
        }
        return json;
    }
}
