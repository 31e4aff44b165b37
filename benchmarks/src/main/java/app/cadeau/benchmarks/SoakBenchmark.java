package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Sends without a pause on as many lanes as the machine carries, for so many minutes, and says whether memory is flat and
 * what is left of the processes at the end.
 */
final class SoakBenchmark {

    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(15);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
    private static final int LANES_OF_A_CORE = 2;

    /** What the whole tree of the daemon was at one moment. */
    private record Sample(long second, Map<String, Long> pss, int processes, long threads, long handles, long gifts) {
        long total() {
            return pss.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(String kind) {
            return pss.getOrDefault(kind, 0L);
        }
    }

    private SoakBenchmark() {}

    /** @param words minutes, then how many lanes */
    static void run(List<String> words) {
        var minutes = words.isEmpty() ? 30 : Integer.parseInt(words.getFirst());
        var lanes = words.size() > 1
                ? Integer.parseInt(words.get(1))
                : Runtime.getRuntime().availableProcessors() * LANES_OF_A_CORE;
        var accounts = IntStream.rangeClosed(1, lanes).mapToObj(i -> "a" + i).toList();
        List<ProcessHandle> tree;
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk, words.size() > 1 ? lanes : 0)) {
            accounts.forEach(desk::open);
            accounts.forEach(cadeau::open);
            cadeau.unlimited();
            var sends = new Sending(cadeau, accounts);
            var samples = sampled(cadeau, sends, Duration.ofMinutes(minutes));
            sends.end();
            tree = cadeau.tree().processes();
            report(samples, sends, desk.landed(), lanes);
        }
        System.out.println("\nProcesses of the daemon's tree that are left after its end: " + left(tree) + " of "
                + tree.size() + ".");
    }

    private static List<Sample> sampled(Cadeau cadeau, Sending sends, Duration whole) {
        var began = System.nanoTime();
        var samples = new ArrayList<Sample>();
        System.out.println(
                "| second | PSS MiB: all | java | driver | browser | renderers | gpu | network | processes | threads | file handles | gifts |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var next = began + SAMPLE_EVERY.toNanos();
                System.nanoTime() - began < whole.toNanos();
                next += SAMPLE_EVERY.toNanos()) {
            while (System.nanoTime() < next) {
                sends.goOn();
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
            var sample = sample(cadeau.tree(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), sends);
            samples.add(sample);
            System.out.println(line(sample));
        }
        return samples;
    }

    private static Sample sample(ProcessTree tree, long second, Sending sends) {
        return new Sample(
                second,
                tree.pssMebibytesByKind(),
                tree.processes().size(),
                tree.threads(),
                tree.handles(),
                sends.confirmed);
    }

    private static String line(Sample sample) {
        return "| " + sample.second + " | " + sample.total() + " | " + sample.of("java") + " | " + sample.of("node")
                + " | " + sample.of("chromium") + " | " + sample.of("renderer") + " | " + sample.of("gpu-process")
                + " | " + sample.of("network") + " | " + sample.processes + " | " + sample.threads + " | "
                + sample.handles + " | " + sample.gifts + " |";
    }

    private static void report(List<Sample> samples, Sending sends, long landed, int lanes) {
        System.out.printf(
                "%n%d lanes: %d sends, %s; asked %d, confirmed %d, unknown %d, truth %d; mean pace of a send %.2f, slowest %.2f%n",
                lanes,
                sends.ended,
                sends.states,
                sends.asked,
                sends.confirmed,
                sends.unknown,
                landed,
                sends.pace / Math.max(1, sends.ended),
                sends.slowest);
        // The first fifth is what starts and warms up.
        var steady = samples.subList(samples.size() / 5, samples.size());
        if (steady.size() < 4) {
            System.out.println("Too short to say whether memory is flat.");
            return;
        }
        var half = steady.size() / 2;
        var before = steady.subList(0, half).stream()
                .mapToLong(Sample::total)
                .average()
                .orElse(0);
        var after = steady.subList(half, steady.size()).stream()
                .mapToLong(Sample::total)
                .average()
                .orElse(0);
        System.out.printf(
                "Memory, mean of the first half after warming up and of the second: %.0f and %.0f MiB, %+.1f %%: %s. Slope %+.1f MiB a minute.%n",
                before,
                after,
                (after - before) * 100 / before,
                after <= before * 1.05 ? "flat" : "NOT FLAT",
                slope(steady));
    }

    /** Least squares, MiB a minute. */
    private static double slope(List<Sample> samples) {
        var x = samples.stream().mapToLong(Sample::second).average().orElse(0);
        var y = samples.stream().mapToLong(Sample::total).average().orElse(0);
        var above = samples.stream()
                .mapToDouble(sample -> (sample.second - x) * (sample.total() - y))
                .sum();
        var below = samples.stream()
                .mapToDouble(sample -> (sample.second - x) * (sample.second - x))
                .sum();
        return above / below * 60;
    }

    private static long left(List<ProcessHandle> tree) {
        var deadline = System.nanoTime() + GONE_WITHIN.toNanos();
        while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return tree.stream().filter(ProcessHandle::isAlive).count();
    }

    /** One send after the other for each account, and what they came to. */
    private static final class Sending {
        private static final int GIFTS = 240;
        private static final double CPS = 12;
        private static final Duration WITHIN = Duration.ofMinutes(3);

        private final Cadeau cadeau;
        private final Map<String, String> running = new TreeMap<>();
        private final Map<String, Integer> states = new TreeMap<>();
        private int ended;
        private long asked;
        private long confirmed;
        private long unknown;
        private double pace;
        private double slowest = CPS;

        Sending(Cadeau cadeau, List<String> accounts) {
            this.cadeau = cadeau;
            accounts.forEach(this::begin);
        }

        private void begin(String account) {
            running.put(account, cadeau.send(account, GIFTS, CPS));
            asked += GIFTS;
        }

        /** What has ended is counted, and the next begins. */
        void goOn() {
            for (var send : Map.copyOf(running).entrySet()) {
                var receipt = cadeau.ended(send.getValue());
                if (receipt.isPresent()) {
                    count(receipt.get());
                    begin(send.getKey());
                }
            }
        }

        /** Lets what runs come to its end. */
        void end() {
            running.values().forEach(send -> count(cadeau.receipt(send, WITHIN)));
        }

        private void count(JsonNode receipt) {
            ended++;
            states.merge(receipt.path("state").asString(), 1, Integer::sum);
            if (!receipt.path("state").asString().equals("CONFIRMED")) {
                System.err.println(receipt);
            }
            confirmed += receipt.path("confirmed").asLong();
            unknown += receipt.path("unknown").asLong();
            var held = receipt.path("cpsAchieved").asDouble(0);
            pace += held;
            slowest = Math.min(slowest, held);
        }
    }
}
