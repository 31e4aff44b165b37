package app.cadeau.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code cadeau serve}: the daemon until Ctrl-C. */
@Command(name = "serve", description = "Runs the daemon: API, pages, queue.")
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    Cadeau parent;

    @Override
    public Integer call() {
        var world = parent.world();
        if (Daemons.running(world) != null) {
            throw new CommandFailed(Exit.NOT_IN_FULL, "a daemon already answers on port " + Daemons.port(world));
        }
        try (var own = OwnDaemon.start(world, OwnDaemon.Kind.SERVING, Daemons.port(world), World.SIMULATOR_PORT)) {
            var client = own.client(world);
            world.out().println("Cadeau is ready at " + client.base() + ", LIVEs are at " + own.live());
            world.out().println("Open it: " + pageLink(client) + "  (the link works once)");
            openTo(world);
            world.out().println("Ctrl-C ends it.");
            parent.ctrlC().await();
            world.err().println("Ending…");
        }
        return Exit.FINE;
    }

    private static void openTo(World world) {
        world.variable("CADEAU_ADDRESS")
                .filter(address ->
                        !address.startsWith("127.") && !address.equals("localhost") && !address.equals("::1"))
                .ifPresent(address -> world.out()
                        .println("It listens on " + address
                                + ": other machines reach its log-in page. Whoever logs in there can"
                                + " spend the coins of your accounts; give each person a name of their own."));
    }

    static String pageLink(Client client) {
        var key = client.post("/api/page-key", Map.of()).path("key").asString();
        return client.base() + "/?key=" + key;
    }
}
