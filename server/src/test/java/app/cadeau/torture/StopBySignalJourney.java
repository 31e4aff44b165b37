package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Truth;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/**
 * The daemon is told to end (SIGTERM) in mid-send: no press begins and nothing passes a quarter second later, it ends by
 * itself, and the next one finds what it left. Many times by {@code ./cadeau bench barrier TIMES}.
 */
@Tag("long")
class StopBySignalJourney {

    private static final int STOPS = Integer.getInteger("cadeau.stops", 2);
    private static final long WITHIN_MILLIS = 250;
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void nothingPassesAfterTheSignal(Vendor vendor) throws Exception {
        var home = Files.createTempDirectory("cadeau-sigterm");
        var random = new Random(15);
        var pressed = new long[STOPS];
        var accepted = new long[STOPS];
        var ended = new long[STOPS];
        try (var simulator = Simulator.start(Settings.defaults());
                var daemon = KilledDaemon.start(home, simulator, vendor)) {
            daemon.ready();
            daemon.open(simulator, "alone1");
            for (var stop = 0; stop < STOPS; stop++) {
                var before = simulator.truth().landed("alone1");
                var id = begin(daemon, stop);
                landed(simulator, before + 3 + random.nextInt(10));
                var command = System.currentTimeMillis();
                daemon.terminate(ENDED_WITHIN);
                ended[stop] = System.currentTimeMillis() - command;
                pressed[stop] = last(simulator, Truth.Gift::pressedAtMillis) - command;
                accepted[stop] = last(simulator, Truth.Gift::acceptedAtMillis) - command;
                daemon.ready();
                compare(daemon, id, simulator.truth().landed("alone1") - before);
            }
        }
        print(vendor, "last press of a gift that landed", pressed);
        print(vendor, "last acceptance", accepted);
        print(vendor, "until the process was gone", ended);
        assertThat(percentile(pressed)).isLessThanOrEqualTo(WITHIN_MILLIS);
        assertThat(percentile(accepted)).isLessThanOrEqualTo(WITHIN_MILLIS);
        FileSystemUtils.deleteRecursively(home);
    }

    private static String begin(KilledDaemon daemon, int number) throws InterruptedException {
        var order = Map.of("streamer", "@demo", "gift", "5655", "quantity", 500, "cps", 12, "account", "alone1");
        var sent = daemon.answered("POST", "/api/send", order, "Idempotency-Key", "signal-" + number);
        return sent.path("id").asString();
    }

    private static void landed(Simulator simulator, long gifts) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (simulator.truth().landed("alone1") < gifts) {
            assertThat(System.nanoTime()).as("no gift lands").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void compare(KilledDaemon daemon, String id, long landed) throws InterruptedException {
        var receipt = daemon.answered("GET", "/api/sends/" + id, Map.of());
        assertThat(receipt.path("state").asString()).as(receipt.toString()).isIn("STOPPED", "REVIEW");
        var confirmed = receipt.path("confirmed").asLong();
        assertThat(landed)
                .as(receipt.toString())
                .isBetween(confirmed, confirmed + receipt.path("unknown").asLong());
        if (receipt.path("state").asString().equals("REVIEW")) {
            daemon.answered(
                    "POST", "/api/sends/" + id + "/resolve", Map.of("landed", landed, "reason", "by the truth"));
        }
    }

    private static long last(Simulator simulator, ToLongFunction<Truth.Gift> at) {
        return simulator.truth().gifts("alone1").stream().mapToLong(at).max().orElseThrow();
    }

    /** Of few it is the worst. */
    private static long percentile(long[] sorted) {
        return sorted[(sorted.length * 99 - 1) / 100];
    }

    private static void print(Vendor vendor, String what, long[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "| SIGTERM, %s | %s | %d | %d | %d |%n",
                vendor, what, millis[millis.length / 2], percentile(millis), millis[millis.length - 1]);
    }
}
