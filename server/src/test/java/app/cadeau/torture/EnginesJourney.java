package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.ProcessWords;
import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Two accounts, each in an engine of its own: what dies takes nothing else with it, and nothing of it stays. */
@Tag("long")
class EnginesJourney {

    private static final int GIFTS = 100;
    private static final Duration WITHIN = Duration.ofSeconds(120);

    /** A page that was opened anew is away for longer, even on a busy machine where presses are late. */
    private static final long UNDISTURBED_MILLIS = 4_000;

    private Path home;
    private Simulator simulator;
    private KilledDaemon daemon;

    @BeforeEach
    void start() throws Exception {
        home = Files.createTempDirectory("cadeau-engines");
        simulator = Simulator.start(Settings.defaults());
        daemon = KilledDaemon.start(home, simulator, Vendor.SQLITE, Map.of("CADEAU_ENGINE_LANES", "1"));
        daemon.ready();
        daemon.open(simulator, "alone1");
        daemon.open(simulator, "alone2");
    }

    @AfterEach
    void end() throws Exception {
        daemon.close();
        simulator.close();
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void aBrowserThatDiesTakesNoOtherSendWithIt() throws Exception {
        var sends = List.of(ask("alone1"), ask("alone2"));
        awaitLanded("alone1", 12);
        awaitLanded("alone2", 12);
        var browsers = daemon.find(KilledDaemon.Part.BROWSER).toList();
        assertThat(browsers).as("an engine for each account").hasSize(2);

        KilledDaemon.signal(browsers.getFirst(), "KILL");

        var receipts = List.of(receipt(sends.getFirst()), receipt(sends.getLast()));
        for (var receipt : receipts) {
            assertTold(receipt);
        }
        var others = receipts.stream()
                .filter(receipt -> receipt.path("state").asString().equals("CONFIRMED"))
                .toList();
        assertThat(others).as("one was cut off, the other was not: " + receipts).hasSize(1);
        assertThat(others.getFirst().path("witnesses").path("response").asInt()).isEqualTo(GIFTS);
        assertThat(longestGap(others.getFirst().path("account").asString()))
                .as("ms between two gifts")
                .isLessThan(UNDISTURBED_MILLIS);
    }

    /** Browsers that are halted do not see their daemon die, and would stay for ever. */
    @Test
    void nothingOfAKilledDaemonStaysOnceTheNextHasStarted() throws Exception {
        ask("alone1");
        ask("alone2");
        var halted = awaitEngines(2);
        var former = daemon.tree();
        assertThat(former).as("both browsers are of the daemon").containsAll(halted);
        for (var process : halted) {
            KilledDaemon.signal(process, "STOP");
        }
        var killed = daemon.find(KilledDaemon.Part.DAEMON).findFirst().orElseThrow();
        KilledDaemon.signal(killed, "KILL");
        killed.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(halted).as("what nobody has ended yet").allMatch(ProcessHandle::isAlive);

        daemon.ready();

        awaitNone(former);
        var now = daemon.tree();
        assertThat(now).as("of the former run").doesNotContainAnyElementsOf(former);
    }

    private static void awaitNone(List<ProcessHandle> former) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (former.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(former.stream().filter(ProcessHandle::isAlive).map(ProcessWords::of))
                .as("processes of the former run")
                .isEmpty();
    }

    private String ask(String account) throws InterruptedException {
        var order = Map.of("streamer", "@demo", "gift", "5655", "quantity", GIFTS, "cps", 12, "account", account);
        return daemon.answered("POST", "/api/send", order, "Idempotency-Key", account)
                .path("id")
                .asString();
    }

    /** The browser of each, once it is written down: only then does a next start know them. */
    private List<ProcessHandle> awaitEngines(int count) throws Exception {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        var written = home.resolve("engines");
        while (!Files.exists(written) || Files.readAllLines(written).size() < count) {
            assertThat(System.nanoTime()).as("engines").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Files.readAllLines(written).stream()
                .map(line ->
                        ProcessHandle.of(Long.parseLong(line.split(" ")[0])).orElseThrow())
                .toList();
    }

    private void awaitLanded(String account, int gifts) throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (simulator.truth().landed(account) < gifts) {
            assertThat(System.nanoTime()).as("gifts of " + account).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private JsonNode receipt(String send) throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            var receipt = daemon.answered("GET", "/api/sends/" + send, Map.of());
            if (!receipt.path("finishedAt").isNull()) {
                return receipt;
            }
            assertThat(System.nanoTime()).as(receipt.toString()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void assertTold(JsonNode receipt) {
        var truth = simulator.truth().landed(receipt.path("account").asString());
        var confirmed = receipt.path("confirmed").asLong();
        assertThat(truth)
                .as(receipt.toString())
                .isBetween(confirmed, confirmed + receipt.path("unknown").asLong());
        assertThat(truth).isLessThanOrEqualTo(GIFTS);
    }

    private long longestGap(String account) {
        var times = simulator.truth().gifts(account).stream()
                .mapToLong(Truth.Gift::acceptedAtMillis)
                .sorted()
                .toArray();
        var longest = 0L;
        for (var place = 1; place < times.length; place++) {
            longest = Math.max(longest, times[place] - times[place - 1]);
        }
        return longest;
    }
}
