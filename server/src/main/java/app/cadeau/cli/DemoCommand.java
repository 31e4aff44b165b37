package app.cadeau.cli;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cadeau demo}: 100 Roses to @demo on the simulator, in data and on ports of its own. */
@Command(name = "demo", description = "Sends 100 Roses on the simulator and shows the receipt.")
final class DemoCommand implements Callable<Integer> {

    private static final int GIFTS = 100;

    @ParentCommand
    Cadeau parent;

    @Option(names = "--exit", description = "End at once, with status 0 when all 100 were confirmed.")
    boolean exit;

    @Override
    public Integer call() {
        var home = parent.world().home().resolve("demo");
        var world = parent.world()
                .with(Map.of(
                        "CADEAU_HOME",
                        home.toString(),
                        "CADEAU_LIVE_URL",
                        "",
                        "CADEAU_PORT",
                        "",
                        "CADEAU_DATABASE_URL",
                        ""));
        world.err().println("Starting the simulator and Cadeau…");
        try (var own = OwnDaemon.start(world, OwnDaemon.Kind.WORKING, 0, 0)) {
            var client = own.client(world);
            world.err().println("Sending " + GIFTS + " Roses to @demo at " + own.live() + "/@demo/live");
            var order = Map.of("streamer", "@demo", "gift", "Rose", "quantity", GIFTS, "cps", 12, "account", "main");
            var accepted = client.post(
                    "/api/send",
                    order,
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            var receipt = new Following(client, world, parent.ctrlC(), parent.clock()).toTheEnd(accepted);
            world.out().println();
            new ReceiptText(receipt, parent.ink()).print(world.out());
            world.out().println();
            world.out().println("Dashboard  " + ServeCommand.pageLink(client) + "  (the link works once)");
            world.out().println("LIVE       " + own.live() + "/@demo/live");
            if (!exit && !parent.ctrlC().isPressed()) {
                world.out().println("Ctrl-C ends the demo.");
                parent.ctrlC().await();
            }
            return Following.exit(receipt);
        }
    }
}
