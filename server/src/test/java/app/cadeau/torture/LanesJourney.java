package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Several accounts at once to one streamer: each receipt is what the truth says of its account, whoever else is there. */
class LanesJourney {

    private static final int GIFTS = 36;
    private static final List<String> ACCOUNTS = List.of("alone1", "alone2", "shared1");
    private static final Duration WITHIN = Duration.ofSeconds(90);

    @Test
    void accountsSendAtOnceAndNoReceiptCountsForAnother() throws Exception {
        var home = Files.createTempDirectory("cadeau-lanes");
        try (var simulator = Simulator.start(Settings.defaults());
                var daemon = KilledDaemon.start(home, simulator, Vendor.SQLITE)) {
            daemon.ready();
            for (var account : ACCOUNTS) {
                daemon.open(simulator, account);
            }
            var sends = ACCOUNTS.stream().map(account -> ask(daemon, account)).toList();
            var receipts = sends.stream().map(send -> receipt(daemon, send)).toList();
            for (var receipt : receipts) {
                var account = receipt.path("account").asString();
                assertThat(receipt.path("state").asString())
                        .as(receipt.toString())
                        .isEqualTo("CONFIRMED");
                assertThat(receipt.path("confirmed").asInt()).isEqualTo(GIFTS);
                assertThat(receipt.path("witnesses").path("echo").asInt())
                        .as(receipt.toString())
                        .isEqualTo(GIFTS);
                assertThat(simulator.truth().landed(account)).as(account).isEqualTo(GIFTS);
            }
            assertThat(last(receipts, "firstPressAt", true))
                    .as("the last to begin began before the first had ended")
                    .isBefore(last(receipts, "finishedAt", false));
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static String ask(KilledDaemon daemon, String account) {
        var order = Map.of("streamer", "@demo", "gift", "5655", "quantity", GIFTS, "cps", 12, "account", account);
        try {
            return daemon.answered("POST", "/api/send", order, "Idempotency-Key", "lanes-" + account)
                    .path("id")
                    .asString();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode receipt(KilledDaemon daemon, String send) {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        try {
            while (true) {
                var receipt = daemon.answered("GET", "/api/sends/" + send, Map.of());
                if (!receipt.path("finishedAt").isNull() && receipt.has("finishedAt")) {
                    return receipt;
                }
                assertThat(System.nanoTime()).as(receipt.toString()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static Instant last(List<JsonNode> receipts, String field, boolean latest) {
        var moments = receipts.stream()
                .map(receipt -> Instant.parse(receipt.path(field).asString()))
                .sorted()
                .toList();
        return latest ? moments.getLast() : moments.getFirst();
    }
}
