package app.cadeau.sends;

import app.cadeau.storage.StorageTrouble;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that must not be lost are tried again while the disk is full or the database away: what a send has learned stays
 * in memory until it can be kept. After ten minutes it is given up; then the next start reviews the send.
 */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofMinutes(10);

    private final Consumer<Duration> pause;

    /** @param pause lets so much time pass */
    Patience(Consumer<Duration> pause) {
        this.pause = pause;
    }

    static Patience real() {
        return new Patience(Patience::await);
    }

    /** Lets so much time pass, or less when the thread is interrupted. */
    void rest(Duration time) {
        pause.accept(time);
    }

    /** Returns when {@code write} has succeeded; what is no trouble of the storage goes through at once. */
    void until(String what, Runnable write) {
        var next = FIRST;
        for (var waited = Duration.ZERO; !tried(what, write, waited); waited = waited.plus(next)) {
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
            pause.accept(next);
        }
    }

    private static boolean tried(String what, Runnable write, Duration waited) {
        try {
            write.run();
            return true;
        } catch (RuntimeException failed) {
            var trouble = StorageTrouble.of(failed);
            var over =
                    waited.compareTo(ALTOGETHER) >= 0 || Thread.currentThread().isInterrupted();
            if (trouble.isEmpty() || over) {
                throw failed;
            }
            log.error(
                    "{} cannot be written and is tried again: {}",
                    what,
                    trouble.get().sentence());
            return false;
        }
    }

    private static void await(Duration time) {
        try {
            var never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
