package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Damages what was captured, reads it every way there is, and keeps what led to an outcome not seen before, to damage it
 * further. The same seed plays the same inputs.
 */
final class Fuzzer {

    /** The slowest machine that a build may run on, with a collection of garbage in between. */
    private static final double DEADLINE_MS = 5_000;

    /** What {@link Limits} promises for one frame, read twice here, and printed. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int KEPT = 3_000;

    private final long seed;
    private final Random chance;
    private final Damage damage;
    private final List<Input> corpus = new ArrayList<>();
    private final Set<String> outcomes = new HashSet<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Streaks streaks = new Streaks(100);

    private long inputs;
    private double worstMs;
    private long worstBytes;
    private double seconds;

    Fuzzer(long seed) {
        this.seed = seed;
        this.chance = new Random(seed);
        this.damage = new Damage(chance);
        Vectors.all()
                .map(vector -> new Input(vector.method(), vector.bytes(), vector.bytes()))
                .forEach(corpus::add);
    }

    /** A bare message, damaged or not, of this method, and the form in which it was sent. */
    record Input(String method, byte[] bytes, byte[] sent) {}

    /** Reads damaged inputs until the time is over or so many were read, and fails at the first that does what it must not. */
    void run(double forSeconds, long atMost) {
        long start = System.nanoTime();
        while (seconds < forSeconds && inputs < atMost) {
            Input input = damage.of(any(), any());
            inputs++;
            assertThatCode(() -> measured(input))
                    .as("fuzz.seed=%s input %s: %s", seed, inputs, input.method())
                    .doesNotThrowAnyException();
            seconds = (System.nanoTime() - start) / 1e9;
        }
    }

    String report() {
        return String.format(
                Locale.ROOT,
                "fuzz.seed=%d: %d inputs in %.0f s, %.0f a second; worst of one input %.1f ms and %.1f MiB; "
                        + "%d outcomes, %d inputs kept",
                seed,
                inputs,
                seconds,
                inputs / seconds,
                worstMs,
                worstBytes / (double) (1 << 20),
                outcomes.size(),
                corpus.size());
    }

    private Input any() {
        return corpus.get(chance.nextInt(corpus.size()));
    }

    private void measured(Input input) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        String outcome = read(input.sent(), null) + read(input.bytes(), input.method()) + frame(input.sent());
        worstMs = Math.max(worstMs, (System.nanoTime() - start) / 1e6);
        worstBytes = Math.max(worstBytes, threads.getCurrentThreadAllocatedBytes() - bytes);
        assertThat(worstMs).isLessThan(DEADLINE_MS);
        assertThat(worstBytes).isLessThan(MOST_BYTES);
        if (corpus.size() < KEPT && outcomes.add(outcome)) {
            corpus.add(input);
        }
    }

    /** As the command line reads. The outcome is coarse: what came out by kind and size, or why nothing did. */
    private static String read(byte[] bytes, @Nullable String method) {
        try {
            WebcastJson.Decoded decoded = WebcastJson.decode(bytes, method);
            return decoded.lines().stream()
                            .map(Fuzzer::coarse)
                            .distinct()
                            .toList()
                            .toString()
                    + decoded.errors().stream().map(Fuzzer::words).distinct().toList();
        } catch (UndecodableException e) {
            return words(e.reason());
        }
    }

    /** As the server reads: a frame of the socket, its messages, its gifts counted. */
    private String frame(byte[] sent) {
        try {
            List<StreamMessage> messages = Frames.messages(Frames.response(Frames.frame(sent)));
            messages.forEach(this::sound);
            return messages.stream()
                    .map(message -> message.getClass().getSimpleName())
                    .distinct()
                    .toList()
                    .toString();
        } catch (UndecodableException e) {
            return words(e.reason());
        }
    }

    private void sound(StreamMessage message) {
        if (message instanceof StreamMessage.Known known) {
            assertThat(Damage.keepsItsMeaning(known.body())).isTrue();
        }
        if (message instanceof StreamMessage.Gift gift) {
            GiftFrame frame = GiftFrame.of(gift.body());
            assertThat(frame.key().sender()).isNotZero();
            assertThat(frame.repeatCount()).isBetween(1, Limits.GIFTS);
            assertThat(streaks.add(frame).added()).isBetween(0, 2 * Limits.GIFTS);
        }
    }

    private static String coarse(String line) {
        int size = (32 - Integer.numberOfLeadingZeros(line.length())) / 2;
        return (line.contains("\"unknown\":") ? "unknown" : line.split(",", 2)[0]) + size;
    }

    private static String words(String reason) {
        int method = reason.startsWith("Webcast") ? reason.indexOf(": ") + 1 : 0;
        return reason.substring(method).replaceAll("[0-9]+", "#").replaceAll("\"[^\"]*\"", "…");
    }
}
