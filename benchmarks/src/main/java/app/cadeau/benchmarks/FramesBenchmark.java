package app.cadeau.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The decoder on real gift frames, beside protobuf alone on the same bytes in the same run. */
final class FramesBenchmark {

    private FramesBenchmark() {}

    static void run() {
        var options = new OptionsBuilder()
                .include(GiftFrames.class.getName())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .jvmArgs("-Xms256m", "-Xmx256m")
                .forks(2)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        try {
            print(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Figures> figures = new TreeMap<>();
        results.forEach(result -> figures.put(result.getPrimaryResult().getLabel(), Figures.of(result)));
        System.out.println("| one gift frame | frames/s | CPU µs | bytes allocated "
                + "| protobuf alone: frames/s | its CPU µs | its bytes | ratio of CPU | of bytes |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        row("plain", figures);
        row("gzip", figures);
    }

    private static void row(String form, Map<String, Figures> figures) {
        Figures ours = figures.get(form);
        Figures bare = figures.get(form + "Protobuf");
        if (ours == null || bare == null) {
            throw new IllegalStateException("no figures of " + form + " among " + figures.keySet());
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %.2f |%n",
                form,
                ours.columns(),
                bare.columns(),
                ours.micros / bare.micros,
                ours.bytes / bare.bytes);
    }

    /** Frames a second with its error of 99.9 % in percent; CPU microseconds and bytes a frame. */
    private record Figures(double frames, double error, double micros, double bytes) {

        static Figures of(RunResult result) {
            var speed = result.getPrimaryResult();
            double error = 100 * speed.getScoreError() / speed.getScore();
            return new Figures(
                    speed.getScore(), error, second(result, CpuTime.LABEL), second(result, "gc.alloc.rate.norm"));
        }

        private static double second(RunResult result, String label) {
            @Nullable Result<?> second = result.getSecondaryResults().get(label);
            return Objects.requireNonNull(second, label).getScore();
        }

        String columns() {
            return String.format(Locale.ROOT, "%,.0f ± %.0f %% | %.1f | %,.0f", frames, error, micros, bytes);
        }
    }
}
