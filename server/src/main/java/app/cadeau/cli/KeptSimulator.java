package app.cadeau.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A simulator that is started again when it ends by itself: a few times, later each time, and never in silence. */
final class KeptSimulator implements AutoCloseable {

    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16));

    private final Supplier<SimulatorProcess> starter;
    private final List<Duration> pauses;
    private final PrintStream told;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SimulatorProcess now;

    KeptSimulator(Supplier<SimulatorProcess> starter, List<Duration> pauses, PrintStream told) {
        this.starter = starter;
        this.pauses = pauses;
        this.told = told;
        this.now = starter.get();
    }

    /** From now on it is kept alive. */
    void keep() {
        Thread.ofVirtual().name("kept-simulator").start(this::watch);
    }

    void awaitReady() {
        now.awaitReady();
    }

    long pid() {
        return now.pid();
    }

    private void watch() {
        try {
            for (var attempt = 0; attempt < pauses.size(); attempt++) {
                now.awaitEnd();
                if (closed.getCount() == 0) {
                    return;
                }
                var pause = pauses.get(attempt);
                told.println(
                        "The simulator has ended by itself; it is started again in " + pause.toMillis() / 1000 + " s ("
                                + (attempt + 1) + " of " + pauses.size() + "). Its wallets and its ledger begin anew.");
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                startAgain();
            }
            now.awaitEnd();
            if (closed.getCount() > 0) {
                told.println("The simulator has ended " + (pauses.size() + 1)
                        + " times and stays so: every send is refused until this daemon is started anew.");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() {
        try {
            now = starter.get();
            if (closed.getCount() == 0) {
                now.close();
            } else {
                now.awaitReady();
            }
        } catch (CommandFailed failed) {
            told.println("The simulator does not start: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        now.close();
    }
}
