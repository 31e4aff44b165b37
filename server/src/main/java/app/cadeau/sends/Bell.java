package app.cadeau.sends;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one who waits for it. Rung before he waits, he does not wait; rung often, he wakes once. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Returns when it was rung, or the time is over. */
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(Math.max(0, most.toMillis()), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
