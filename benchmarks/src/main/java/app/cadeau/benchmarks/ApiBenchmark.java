package app.cadeau.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** The main calls, and 200 readers of the WebSocket, while one send runs at 12 CPS. */
final class ApiBenchmark {

    private static final int READERS = 200;
    private static final int TIMES = 200;
    private static final Duration WITHIN = Duration.ofMinutes(3);

    private final Cadeau cadeau;

    private ApiBenchmark(Cadeau cadeau) {
        this.cadeau = cadeau;
    }

    static void run(int quantity) throws Exception {
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk)) {
            cadeau.unlimited();
            cadeau.receipt(cadeau.send(20, 12), WITHIN);
            new ApiBenchmark(cadeau).measure(quantity);
        }
    }

    private void measure(int quantity) throws Exception {
        System.out.println("| call, " + TIMES + " times, ms | p50 | p99 | max |\n|---|---|---|---|");
        calls(cadeau.send(quantity, 12));
        stopped();
        try (var readers = Watchers.come(READERS, cadeau.socket(), cadeau.authorization());
                var slow = SlowReader.come(cadeau.socket(), cadeau.authorization())) {
            var send = cadeau.send(quantity, 12);
            var receipt = cadeau.receipt(send, WITHIN);
            readers.awaitEnd(send, Duration.ofSeconds(20));
            System.out.println("\n| " + READERS + " readers of one send of " + quantity
                    + " gifts, ms | p50 | p99 | max |\n|---|---|---|---|");
            print("from when it is told (`at`) to the reader", readers.sinceTold(send));
            var proved = witnesses(send);
            print("from witness to when it is told", readers.fromWitnessToTold(send, proved));
            print("from witness to the reader that shows it", readers.sinceWitness(send, proved));
            System.out.println();
            System.out.println("| readers | messages of that send | states heard |\n|---|---|---|");
            System.out.println(
                    "| each of the " + READERS + " | " + readers.messages(send) + " | " + readers.states(send) + " |");
            System.out.println("| one that reads 2 KB a second | " + slow.messages(send, Duration.ofMinutes(2)) + " | "
                    + slow.states(send) + " |");
            System.out.println("\nthe send: " + receipt.path("state").asString() + ", "
                    + receipt.path("confirmed").asInt() + " confirmed, " + receipt.path("cpsAchieved") + " a second");
        }
    }

    /** One after the other, as a program would. */
    private void calls(String running) throws Exception {
        var api = cadeau.api();
        var order = Map.of("streamer", "@demo", "gift", "Rose", "quantity", 1, "cps", 12, "account", "main");
        var calls = new LinkedHashMap<String, Callable<?>>();
        calls.put("GET /api/status", () -> api.get("/api/status"));
        calls.put("POST /api/quote", () -> api.post("/api/quote", order));
        calls.put("GET /api/sends (50)", () -> api.get("/api/sends"));
        calls.put("GET /api/sends/ID", () -> api.get("/api/sends/" + running));
        calls.put("POST /api/send", () -> api.post("/api/send", order));
        while (api.get("/api/sends/" + running).path("presses").asInt() < 12) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        for (var call : calls.entrySet()) {
            var micros = new long[TIMES];
            for (var turn = 0; turn < TIMES; turn++) {
                var begun = System.nanoTime();
                call.getValue().call();
                micros[turn] = (System.nanoTime() - begun) / 1_000;
            }
            print("`" + call.getKey() + "`", micros);
        }
    }

    private void stopped() {
        cadeau.stopAll();
        while (!cadeau.api().get("/api/status").path("running").isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** When so many gifts were proved, in microseconds: by an answer or an echo, whichever came first. */
    private long[] witnesses(String send) {
        var answers = new ArrayList<Long>();
        var echoes = new ArrayList<Long>();
        for (var line : cadeau.api().get("/api/sends/" + send + "/journal")) {
            var at = micros(Instant.parse(line.path("at").asString()));
            switch (line.path("kind").asString()) {
                case "ANSWER" -> answers.add(at);
                case "ECHO" -> {
                    for (var gift = 0; gift < line.findPath("increment").asInt(); gift++) {
                        echoes.add(at);
                    }
                }
                default -> {}
            }
        }
        return earliest(answers, echoes);
    }

    private static long[] earliest(List<Long> some, List<Long> others) {
        some.sort(null);
        others.sort(null);
        var moments = new long[Math.max(some.size(), others.size())];
        for (var gift = 0; gift < moments.length; gift++) {
            var one = gift < some.size() ? some.get(gift) : Long.MAX_VALUE;
            var other = gift < others.size() ? others.get(gift) : Long.MAX_VALUE;
            moments[gift] = Math.min(one, other);
        }
        return moments;
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void print(String name, long[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                java.util.Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                Pace.percentile(micros, 50) / 1_000,
                Pace.percentile(micros, 99) / 1_000,
                micros[micros.length - 1] / 1_000.0);
    }
}
