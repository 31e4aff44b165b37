package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * More accounts than the machine may carry, each with one send after the other, and nobody says how many may press at
 * once: what the daemon lets in, what it lets wait, and what pace those have that it let in.
 */
final class AdmissionBenchmark {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final int GIFTS = 120;

    private AdmissionBenchmark() {}

    /** @param words seconds, then how many accounts */
    static void run(List<String> words) {
        var seconds = words.isEmpty() ? 90 : Integer.parseInt(words.getFirst());
        var many = words.size() > 1 ? Integer.parseInt(words.get(1)) : 12;
        var accounts = IntStream.rangeClosed(1, many).mapToObj(i -> "a" + i).toList();
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk)) {
            accounts.forEach(desk::open);
            accounts.forEach(cadeau::open);
            cadeau.unlimited();
            var sends = new Sending(cadeau, accounts, GIFTS);
            System.out.println(
                    "| second | lets in | at work | wait with MACHINE_FULL | pace it gives, of that asked for"
                            + " | landed a second | for each at work |");
            System.out.println("|---|---|---|---|---|---|---|");
            var began = System.nanoTime();
            for (var landed = 0L; since(began) < seconds; ) {
                landed = look(desk, cadeau, sends, landed, began);
            }
            sends.end();
            System.out.printf(
                    "%nSends: %s; confirmed %d, unknown %d, truth %d; pace of those that were confirmed, mean %.2f, slowest %.2f%n",
                    sends.states,
                    sends.confirmed,
                    sends.unknown,
                    desk.landed(),
                    sends.pace / Math.max(1, sends.states.getOrDefault("CONFIRMED", 0)),
                    sends.slowest);
        }
    }

    private static long look(Desk desk, Cadeau cadeau, Sending sends, long before, long began) {
        var from = System.nanoTime();
        while (System.nanoTime() - from < LOOK_EVERY.toNanos()) {
            sends.goOn();
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        var machine = cadeau.api().get("/api/status").path("machine");
        var waiting = sends.waitingForTheMachine();
        var landed = desk.landed();
        var rate = (landed - before) * 1e9 / (System.nanoTime() - from);
        System.out.printf(
                "| %d | %d | %d | %d | %.2f | %.1f | %.1f |%n",
                since(began),
                machine.path("lanes").asLong(),
                machine.path("atWork").asLong(),
                waiting,
                machine.path("pace").asDouble(),
                rate,
                rate / Math.max(1, machine.path("atWork").asLong()));
        return landed;
    }

    private static long since(long began) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }
}
