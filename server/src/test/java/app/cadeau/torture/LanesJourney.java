package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.simulator.Programme;
import app.cadeau.simulator.Scripts;
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

/**
 * One order spread over several accounts, with a viewer of our nickname in the room: each receipt is what the truth says of
 * its account, whoever else is there.
 */
class LanesJourney {

    private static final int GIFTS = 36;
    private static final List<String> ACCOUNTS = List.of("alone1", "alone2", "shared1");
    private static final Duration WITHIN = Duration.ofSeconds(90);

    /** Another person of the same nickname as "shared1", whose echoes are its only proof, gives the same gift all the time. */
    private static final String NAMESAKE = """
            version: 1
            name: namesake
            about: A viewer whose nickname is that of an account of ours.
            length: 5m
            seed: 4
            streamer: demo
            crowd: {rate: 1, gives: 50}
            steps:
              - {at: 1s, every: 2s, until: 4:50, gift: {who: Shared1, gift: 5655, taps: [1, 2, 1]}}
            """;

    @Test
    void accountsSendAtOnceAndNoReceiptCountsForAnother() throws Exception {
        var home = Files.createTempDirectory("cadeau-lanes");
        try (var simulator = Simulator.start(Settings.defaults());
                var daemon = KilledDaemon.start(home, simulator, Vendor.SQLITE)) {
            simulator.evenings().start(new Programme(Scripts.read("namesake.yaml", NAMESAKE), 1, true));
            daemon.ready();
            for (var account : ACCOUNTS) {
                daemon.open(simulator, account);
            }
            var campaign = ended(daemon, ask(daemon));
            assertThat(campaign.path("state").asString())
                    .as(campaign.toString())
                    .isEqualTo("CONFIRMED");
            assertThat(campaign.path("confirmed").asInt()).isEqualTo(GIFTS * ACCOUNTS.size());
            var receipts = campaign.path("sends").valueStream().toList();
            assertThat(receipts).hasSize(ACCOUNTS.size());
            for (var receipt : receipts) {
                var account = receipt.path("account").asString();
                assertThat(receipt.path("confirmed").asInt())
                        .as(receipt.toString())
                        .isEqualTo(GIFTS);
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

    private static String ask(KilledDaemon daemon) throws InterruptedException {
        Map<String, Object> order = Map.of(
                "streamer",
                "@demo",
                "gift",
                "5655",
                "quantity",
                GIFTS * ACCOUNTS.size(),
                "cps",
                12,
                "accounts",
                ACCOUNTS);
        var first = daemon.answered("POST", "/api/send", order, "Idempotency-Key", "lanes");
        var again = daemon.answered("POST", "/api/send", order, "Idempotency-Key", "lanes");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        return first.path("id").asString();
    }

    private static JsonNode ended(KilledDaemon daemon, String campaign) throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            var now = daemon.answered("GET", "/api/campaigns/" + campaign, Map.of());
            if (!now.path("finishedAt").isNull()) {
                return now;
            }
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
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
