package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Stops in mid-send: how long after the command is the last press, and is anything accepted late? */
final class StopsBenchmark {

    private static final long SEED = 7;

    private StopsBenchmark() {}

    static void run(int times) {
        var presses = new long[times];
        var accepted = new long[times];
        var answers = new long[times];
        long wrong = 0;
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk)) {
            var chance = new Random(SEED);
            for (int i = 0; i < times; i++) {
                desk.forget();
                var send = cadeau.send(500, 12);
                awaitGifts(desk, 3);
                LockSupport.parkNanos(
                        Duration.ofMillis(200 + chance.nextInt(1500)).toNanos());
                var commanded = System.currentTimeMillis();
                cadeau.stop(send);
                answers[i] = System.currentTimeMillis() - commanded;
                var receipt = cadeau.receipt(send, Duration.ofMinutes(1));
                var gifts = desk.gifts();
                presses[i] =
                        gifts.stream().mapToLong(Desk.Gift::pressedAt).max().orElseThrow() - commanded;
                accepted[i] =
                        gifts.stream().mapToLong(Desk.Gift::acceptedAt).max().orElseThrow() - commanded;
                var landed = desk.landed();
                var confirmed = receipt.path("confirmed").asLong();
                if (confirmed > landed
                        || landed > confirmed + receipt.path("unknown").asLong()) {
                    wrong++;
                }
            }
        }
        System.out.println("| " + times + " stops, ms after the command | p50 | p99 | max |\n|---|---|---|---|");
        print("last press of a gift that landed", presses);
        print("last acceptance", accepted);
        print("answer to the stop", answers);
        System.out.println("\nreceipts that the truth contradicts: " + wrong);
    }

    private static void awaitGifts(Desk desk, int least) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (desk.landed() < least) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no gifts within a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void print(String name, long[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "| %s | %.0f | %.0f | %d |%n",
                name, Pace.percentile(millis, 50), Pace.percentile(millis, 99), millis[millis.length - 1]);
    }
}
