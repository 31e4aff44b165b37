package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What a member sees who asks for more at once than the machine carries. */
class FullMachineJourney {

    private static final Duration WITHIN = Duration.ofSeconds(90);

    @Test
    void aSendBeyondWhatTheMachineCarriesWaitsWithAWordAndGoesWhenAnotherHasEnded() throws Exception {
        var home = Files.createTempDirectory("cadeau-full");
        try (var simulator = Simulator.start(Settings.defaults());
                var daemon = KilledDaemon.start(home, simulator, Vendor.SQLITE, Map.of("CADEAU_LANES", "1"))) {
            daemon.ready();
            daemon.open(simulator, "alone1");
            daemon.open(simulator, "alone2");
            var first = send(daemon, "alone1", 60);
            await(daemon, first, now -> now.path("confirmed").asInt() > 0);
            var second = send(daemon, "alone2", 6);
            var waits = await(daemon, second, now -> true);
            assertThat(waits.path("waitingFor").path("code").asString())
                    .as(waits.toString())
                    .isEqualTo("MACHINE_FULL");
            var machine = daemon.answered("GET", "/api/status", Map.of()).path("machine");
            assertThat(machine.path("lanes").asInt()).isEqualTo(1);
            assertThat(machine.path("atWork").asInt()).isEqualTo(1);
            var begun =
                    await(daemon, second, now -> now.path("state").asString().equals("CONFIRMED"));
            var ended = await(daemon, first, now -> now.path("state").asString().equals("CONFIRMED"));
            assertThat(Instant.parse(begun.path("firstPressAt").asString()))
                    .isAfter(Instant.parse(ended.path("finishedAt").asString()));
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static String send(KilledDaemon daemon, String account, int quantity) throws InterruptedException {
        Map<String, Object> order =
                Map.of("streamer", "@demo", "gift", "5655", "quantity", quantity, "cps", 12, "account", account);
        return daemon.answered("POST", "/api/send", order, "Idempotency-Key", account)
                .path("id")
                .asString();
    }

    private static JsonNode await(KilledDaemon daemon, String send, Predicate<JsonNode> enough)
            throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            var now = daemon.answered("GET", "/api/sends/" + send, Map.of());
            if (enough.test(now)) {
                return now;
            }
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
