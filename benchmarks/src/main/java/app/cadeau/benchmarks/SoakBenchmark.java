package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Sends without a pause on as many lanes as the machine carries, for so many minutes, and says whether memory is flat and
 * what is left of the processes at the end.
 */
final class SoakBenchmark {

    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(15);
    /** A collection holds up presses for a moment: one a minute. */
    private static final int SAMPLES_A_COLLECTION = 4;

    private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
    private static final int LANES_OF_A_CORE = 2;
    private static final int GIFTS = 240;

    /** What starts, warms up and is compiled: not asked whether it is flat. */
    private static final double WARM_UP = 1.0 / 3;

    /** Growth over the rest, of its median; what a samples' noise and the pages' saw-tooth leave. */
    private static final double FLAT = 0.05;

    /** What the whole tree of the daemon was at one moment. */
    private record Sample(
            long second, Map<String, Long> pss, long heap, int processes, long threads, long handles, long gifts) {
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
            var sends = new Sending(cadeau, accounts, GIFTS);
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
        var heap = 0L;
        System.out.println(
                "| second | PSS MiB: all | java | its live heap | browser | renderers | gpu | network | processes | threads | file handles | gifts |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var next = began + SAMPLE_EVERY.toNanos();
                System.nanoTime() - began < whole.toNanos();
                next += SAMPLE_EVERY.toNanos()) {
            while (System.nanoTime() < next) {
                sends.goOn();
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
            if (samples.size() % SAMPLES_A_COLLECTION == 0) {
                heap = cadeau.tree().liveHeapMebibytes();
            }
            var sample = sample(cadeau.tree(), heap, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), sends);
            samples.add(sample);
            System.out.println(line(sample));
        }
        return samples;
    }

    private static Sample sample(ProcessTree tree, long heap, long second, Sending sends) {
        return new Sample(
                second,
                tree.pssMebibytesByKind(),
                heap,
                tree.processes().size(),
                tree.threads(),
                tree.handles(),
                sends.confirmed);
    }

    private static String line(Sample sample) {
        return "| " + sample.second + " | " + sample.total() + " | " + sample.of("java") + " | " + sample.heap + " | "
                + sample.of("chromium") + " | " + sample.of("renderer") + " | " + sample.of("gpu-process")
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
                sends.pace / Math.max(1, sends.states.getOrDefault("CONFIRMED", 0)),
                sends.slowest);
        var steady = samples.subList((int) (samples.size() * WARM_UP), samples.size());
        if (steady.size() < 4) {
            System.out.println("Too short to say whether memory is flat.");
            return;
        }
        System.out.println(verdict("Memory of all", steady, Sample::total));
        System.out.println(verdict("Java's live heap, after a collection", steady, Sample::heap));
    }

    /**
     * By the median of the slopes between any two samples: an engine that died, or a page that was closed in between,
     * moves it little, as it would move means and least squares.
     */
    private static String verdict(String what, List<Sample> steady, ToLongFunction<Sample> of) {
        var slopes = new ArrayList<Double>();
        for (var one : steady) {
            for (var later : steady) {
                if (later.second > one.second) {
                    slopes.add((of.applyAsLong(later) - of.applyAsLong(one)) * 60.0 / (later.second - one.second));
                }
            }
        }
        var slope = median(slopes);
        var middle = median(
                steady.stream().map(sample -> (double) of.applyAsLong(sample)).toList());
        var minutes = (steady.getLast().second - steady.getFirst().second) / 60.0;
        return "%s after warming up: median %.0f MiB, slope %+.2f MiB a minute, %+.1f %% in %.0f minutes: %s."
                .formatted(
                        what,
                        middle,
                        slope,
                        slope * minutes * 100 / middle,
                        minutes,
                        slope * minutes <= FLAT * middle ? "flat" : "NOT FLAT");
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElse(0.0);
    }

    private static long left(List<ProcessHandle> tree) {
        var deadline = System.nanoTime() + GONE_WITHIN.toNanos();
        while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return tree.stream().filter(ProcessHandle::isAlive).count();
    }
}
