package app.cadeau.torture;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Rounds of one send and one blow: the daemon, its browser, its driver or a renderer is killed or halted at a random moment
 * of a send, and started again. The truth stands beside each receipt; a REVIEW is resolved by it, as its owner would.
 */
final class Torture {

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(180);
    private static final int FORMER_RUN_ENDS_WITHIN_SECONDS = 10;

    /** A send under way. */
    private record Asked(String id, int quantity, long landedBefore) {}

    private final KilledDaemon daemon;
    private final Simulator simulator;
    private final Random random;
    private final Map<String, Asked> underWay = new LinkedHashMap<>();
    final Map<String, Integer> blows = new TreeMap<>();
    final Map<String, Integer> ends = new TreeMap<>();
    final Map<String, Integer> shut = new TreeMap<>();
    final List<Duration> restarts = new ArrayList<>();
    long confirmed;
    long inDoubt;
    long landed;
    long asked;

    Torture(KilledDaemon daemon, Simulator simulator, long seed) throws InterruptedException {
        this.daemon = daemon;
        this.simulator = simulator;
        this.random = new Random(seed);
        daemon.ready();
        for (var account : List.of("alone1", "shared1", "alone2", "shared2")) {
            daemon.open(simulator, account);
        }
    }

    void round(int number) throws InterruptedException {
        var account = freeAccount();
        ask(account, "round-" + number);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(5_000));
        strike();
        restarts.add(daemon.ready());
        lookAtEnds();
    }

    /** The first account without a send under way; waits for one. */
    private String freeAccount() throws InterruptedException {
        var deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (true) {
            for (var account : List.of("alone1", "shared1", "alone2", "shared2")) {
                if (!underWay.containsKey(account)) {
                    return account;
                }
            }
            assertThat(System.nanoTime()).as("no send ends: " + underWay).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(500);
            lookAtEnds();
        }
    }

    /** Asks twice with one key, as a hasty person does. */
    private void ask(String account, String key) throws InterruptedException {
        var quantity = 5 + random.nextInt(56);
        var order = Map.of("streamer", "@demo", "gift", "5655", "quantity", quantity, "cps", 12, "account", account);
        var before = simulator.truth().landed(account);
        var first = daemon.answered("POST", "/api/send", order, "Idempotency-Key", key);
        var second = daemon.answered("POST", "/api/send", order, "Idempotency-Key", key);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        underWay.put(account, new Asked(first.path("id").asString(), quantity, before));
        asked += quantity;
    }

    private void strike() throws InterruptedException {
        var part = KilledDaemon.Part.values()[random.nextInt(KilledDaemon.Part.values().length)];
        var halts = random.nextInt(3) == 0;
        var found = daemon.find(part).toList();
        if (found.isEmpty()) {
            blows.merge(part + " was not there", 1, Integer::sum);
            return;
        }
        var struck = found.get(random.nextInt(found.size()));
        blows.merge(part + (halts ? " halted" : " killed"), 1, Integer::sum);
        var tree = daemon.tree();
        if (halts) {
            KilledDaemon.signal(struck, "STOP");
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(5_000));
            KilledDaemon.signal(struck, "CONT");
            return;
        }
        KilledDaemon.signal(struck, "KILL");
        if (part == KilledDaemon.Part.DAEMON) {
            struck.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            restarts.add(daemon.ready());
            assertEnded(tree);
        }
    }

    private static void assertEnded(List<ProcessHandle> former) throws InterruptedException {
        for (var tries = 0; tries < FORMER_RUN_ENDS_WITHIN_SECONDS; tries++) {
            if (former.stream().noneMatch(ProcessHandle::isAlive)) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(former.stream().filter(ProcessHandle::isAlive))
                .as("processes of the former run")
                .isEmpty();
    }

    private void lookAtEnds() throws InterruptedException {
        for (var account : List.copyOf(underWay.keySet())) {
            var send = Objects.requireNonNull(underWay.get(account));
            var receipt = daemon.call("GET", "/api/sends/" + send.id, Map.of());
            if (receipt != null && !receipt.path("finishedAt").isNull() && receipt.has("finishedAt")) {
                underWay.remove(account);
                compare(account, send, receipt);
            }
        }
    }

    private void compare(String account, Asked send, JsonNode receipt) throws InterruptedException {
        var truth = simulator.truth().landed(account) - send.landedBefore;
        var sure = receipt.path("confirmed").asLong();
        var unknown = receipt.path("unknown").asLong();
        var what = account + ", truth " + truth + ": " + receipt;
        assertThat(sure).as("confirmed: " + what).isLessThanOrEqualTo(truth);
        assertThat(truth)
                .as("unaccounted: " + what)
                .isLessThanOrEqualTo(sure + unknown + receipt.path("excess").asLong());
        assertThat(truth).as("over-sent: " + what).isLessThanOrEqualTo(send.quantity);
        ends.merge(receipt.path("state").asString(), 1, Integer::sum);
        confirmed += sure;
        inDoubt += unknown;
        landed += truth;
        if (receipt.path("state").asString().equals("REVIEW")) {
            daemon.answered("POST", "/api/sends/" + send.id + "/resolve", Map.of("landed", truth, "reason", "counted"));
        }
        for (var line : daemon.answered("GET", "/api/accounts", Map.of())) {
            if (line.path("name").asString().equals(account)
                    && !line.path("shut").isNull()) {
                shut.merge(line.path("shut").path("code").asString(), 1, Integer::sum);
                daemon.answered("POST", "/api/accounts/" + account + "/clear", Map.of("reason", "looked at it"));
            }
        }
    }

    /** Waits for what is under way and proves the book. */
    void end() throws InterruptedException {
        var deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (!underWay.isEmpty()) {
            assertThat(System.nanoTime()).as("no send ends: " + underWay).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(500);
            lookAtEnds();
        }
        assertThat(daemon.answered("GET", "/api/ledger/verify", Map.of()).path("flaws"))
                .as("the book")
                .isEmpty();
    }
}
