package app.cadeau.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as something that a command waits for, so that it can stop in good order and tell the truth; the
 * program ends with the command's own status.
 */
final class CtrlC {

    private static final Duration GOOD_ORDER_WITHIN = Duration.ofSeconds(45);

    private final CountDownLatch pressed = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exit = Exit.OUTCOME_UNKNOWN;

    /** Listens to the real signals. */
    static CtrlC ofThisProgram() {
        var signal = new CtrlC();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ctrl-c").unstarted(signal::endInGoodOrder));
        return signal;
    }

    private void endInGoodOrder() {
        press();
        try {
            if (finished.await(GOOD_ORDER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                System.out.flush();
                Runtime.getRuntime().halt(exit);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    void press() {
        pressed.countDown();
    }

    boolean isPressed() {
        return pressed.getCount() == 0;
    }

    /** Waits for it at most so long; true when it came. */
    boolean await(Duration most) {
        try {
            return pressed.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void await() {
        while (!await(Duration.ofHours(1))) {
            // A serve without end looks again each hour.
            continue;
        }
    }

    /** The command is over. */
    void finish(int status) {
        exit = status;
        finished.countDown();
    }
}
