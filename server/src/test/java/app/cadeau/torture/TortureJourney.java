package app.cadeau.torture;

import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/**
 * The real daemon, Chromium and simulator under kill -9 and SIGSTOP, on both databases. A few rounds in the suite; many by
 * {@code ./cadeau bench torture ROUNDS [SEED]}. A round that fails names its seed and keeps its home.
 */
@Tag("long")
class TortureJourney {

    private static final int ROUNDS = Integer.getInteger("cadeau.rounds", 4);
    private static final long SEED = Long.getLong("cadeau.seed", 11);

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void nothingIsSentTwiceAndNothingIsLost(Vendor vendor) throws Exception {
        var home = Files.createTempDirectory("cadeau-torture");
        var began = System.nanoTime();
        try (var simulator = Simulator.start(Settings.defaults());
                var daemon = KilledDaemon.start(home, simulator, vendor)) {
            var torture = new Torture(daemon, simulator, SEED);
            var round = 0;
            try {
                while (round < ROUNDS) {
                    torture.round(++round);
                }
                torture.end();
            } catch (Error | RuntimeException failed) {
                throw new AssertionError(
                        "seed " + SEED + ", round " + round + " on " + vendor + "; its home is " + home, failed);
            }
            report(vendor, torture, Duration.ofNanos(System.nanoTime() - began));
        }
        delete(home);
    }

    private static void report(Vendor vendor, Torture torture, Duration took) {
        var restarts = torture.restarts.stream().sorted().toList();
        System.out.printf(
                "bench torture, %s, seed %d: %d rounds in %d s; blows %s; ends %s; accounts shut and cleared %s; asked %d, landed %d, confirmed %d,"
                        + " in doubt %d; over-sent 0, unaccounted 0; ready again p50 %d ms, most %d ms%n",
                vendor,
                SEED,
                ROUNDS,
                took.toSeconds(),
                torture.blows,
                torture.ends,
                torture.shut,
                torture.asked,
                torture.landed,
                torture.confirmed,
                torture.inDoubt,
                restarts.get(restarts.size() / 2).toMillis(),
                restarts.getLast().toMillis());
    }

    private static void delete(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }
}
