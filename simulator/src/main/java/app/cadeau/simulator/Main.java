package app.cadeau.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
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
            names = "--skin",
            defaultValue = "current",
            converter = SkinNamed.class,
            description = "Design of the page: current, 2022 or shuffled. Default ${DEFAULT-VALUE}.")
    private Skin skin = Skin.CURRENT;

    @Option(names = "--shape", description = "Which of the shuffled pages, by number. Default: the seed.")
    private @Nullable Long shape;

    @Option(
            names = "--vary",
            split = ",",
            converter = VariationNamed.class,
            description = "What is uncertain, played the other way: names as in docs/simulator.md, between commas.")
    private List<Variation> variations = List.of();

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

    @Option(names = "--script", description = "Plays an evening: a name of the library, or a file.")
    private @Nullable String script;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "How many seconds of the evening pass in one: 1 to 100. Default ${DEFAULT-VALUE}.")
    private int speed;

    @Option(names = "--loop", description = "The evening begins again when it is over.")
    private boolean loop;

    @Option(names = "--list-scripts", description = "Prints the library of evenings, and ends.")
    private boolean listScripts;

    @Option(
            names = "--until-stdin-ends",
            description = "Ends with whoever holds its standard input, however that ends.")
    private boolean untilStdinEnds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    static final class SkinNamed implements CommandLine.ITypeConverter<Skin> {
        @Override
        public Skin convert(String told) {
            return Skin.named(told)
                    .orElseThrow(() -> new CommandLine.TypeConversionException("no skin is called " + told));
        }
    }

    static final class VariationNamed implements CommandLine.ITypeConverter<Variation> {
        @Override
        public Variation convert(String told) {
            return Variation.named(told)
                    .orElseThrow(() -> new CommandLine.TypeConversionException("no variation is called " + told));
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (listScripts) {
            Scripts.LIBRARY.stream()
                    .map(Scripts::find)
                    .forEach(one -> System.out.printf("%-16s %s%n", one.name(), one.about()));
            return 0;
        }
        Settings settings;
        try {
            settings = settings();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        return run(settings);
    }

    private Settings settings() {
        Settings settings = Settings.defaults()
                .withPort(port)
                .withSeed(seed)
                .withLook(new Look(language, skin, shape, Duration.ofMillis(mergeMillis)))
                .withVariations(variations.toArray(Variation[]::new))
                .withCrowd(crowd);
        return script == null ? settings : settings.withScript(Scripts.find(script), speed, loop);
    }

    private int run(Settings settings) throws InterruptedException, IOException {
        try (Simulator simulator = Simulator.start(settings)) {
            Programme programme = settings.programme();
            String streamer = programme == null ? "demo" : programme.script().streamer();
            System.out.println("Simulator ready: " + simulator.url() + "/@" + streamer + "/live");
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
