package app.cadeau.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulator alone: prints its address when it is ready, and runs until it is ended. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "A LIVE on the desk: page, stream, wallets and faults, on 127.0.0.1 only.")
public final class Main implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "8788",
            description = "Port; 0 takes a free one. Default ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of all chances. Default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--language", description = "Language of the page: en or fr. Default: the browser's.")
    private @Nullable String language;

    @Option(
            names = "--merge",
            defaultValue = "0",
            description = "Presses within this many milliseconds become one request. Default ${DEFAULT-VALUE}: none.")
    private int mergeMillis;

    @Option(
            names = "--crowd",
            defaultValue = "4",
            description = "Messages of other people a second. Default ${DEFAULT-VALUE}.")
    private double crowd;

    @Option(
            names = "--until-stdin-ends",
            description = "Ends with whoever holds its standard input, however that ends.")
    private boolean untilStdinEnds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Settings settings = Settings.defaults()
                .withPort(port)
                .withSeed(seed)
                .withLanguage(language)
                .withMergeWindow(Duration.ofMillis(mergeMillis))
                .withCrowd(crowd);
        try (Simulator simulator = Simulator.start(settings)) {
            System.out.println("Simulator ready: " + simulator.url() + "/@demo/live");
            System.out.flush();
            if (untilStdinEnds) {
                System.in.transferTo(OutputStream.nullOutputStream());
            } else {
                new CountDownLatch(1).await();
            }
        }
        return 0;
    }
}
