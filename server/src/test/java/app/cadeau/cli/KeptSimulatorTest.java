package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptSimulatorTest {

    private final BlockingQueue<Process> started = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    /** A program that says that it is there and waits. */
    private SimulatorProcess start() {
        try {
            var process = new ProcessBuilder("sh", "-c", "echo ready; exec cat").start();
            started.add(process);
            return new SimulatorProcess(process, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no shell", failed);
        }
    }

    private @Nullable Process next(long millis) throws InterruptedException {
        return started.poll(millis, TimeUnit.MILLISECONDS);
    }

    private KeptSimulator kept(Duration... pauses) {
        var kept = new KeptSimulator(this::start, List.of(pauses), new PrintStream(told, true));
        kept.keep();
        return kept;
    }

    @Test
    void startsAgainWhatEndedByItselfAndSaysSo() throws Exception {
        try (var kept = kept(Duration.ofMillis(1), Duration.ofMillis(1))) {
            kept.awaitReady();
            started.take().destroyForcibly();
            var second = started.poll(10, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(told.toString()).contains("has ended by itself", "1 of 2", "begin anew");
        }
    }

    @Test
    void givesUpAfterAllTries() throws Exception {
        try (var kept = kept(Duration.ofMillis(1))) {
            started.take().destroyForcibly();
            var last = started.poll(10, TimeUnit.SECONDS);
            assertThat(last).isNotNull();
            last.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(next(300)).as("no third").isNull();
            assertThat(told.toString()).contains("stays so");
            assertThat(kept.pid()).isEqualTo(last.pid());
        }
    }

    @Test
    void doesNotStartAgainWhatWasClosed() throws Exception {
        kept(Duration.ofMillis(1)).close();
        assertThat(started.take().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(next(200)).isNull();
        assertThat(told.toString()).isEmpty();
    }
}
