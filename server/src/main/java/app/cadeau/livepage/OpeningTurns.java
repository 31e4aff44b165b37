package app.cadeau.livepage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pages are opened a few at a time, in the order in which they were asked for. A page that loads wants a whole core for a
 * second: many at once come so slowly that none is there in time, and presses of other lanes get late.
 */
final class OpeningTurns {

    private final Semaphore free;
    private final InstantSource clock;

    OpeningTurns(int atOnce, InstantSource clock) {
        this.free = new Semaphore(atOnce, true);
        this.clock = clock;
    }

    /** Half of the cores, so that the others go on pressing. */
    static OpeningTurns ofThisMachine(InstantSource clock) {
        return new OpeningTurns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), clock);
    }

    /** Waits for a turn; false when there was none until then. */
    boolean take(Instant until) throws InterruptedException {
        var most = Duration.between(clock.instant(), until).toMillis();
        return free.tryAcquire(Math.max(0, most), TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        free.release();
    }
}
