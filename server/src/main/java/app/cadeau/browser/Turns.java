package app.cadeau.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an engine's thread does in turn: what was replied, then the most urgent command, or, when none waits, letting Playwright deliver events. */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration PUMP = Duration.ofMillis(500);

    private final String name;
    private final CommandQueue queue = new CommandQueue();
    private final Replies replies = new Replies();
    private volatile long busySince;
    private volatile boolean busyPressing;

    Turns(String name) {
        this.name = name;
    }

    /** False when the queue is full. */
    boolean add(Urgency urgency, Runnable work) {
        return queue.add(urgency, work);
    }

    Replies replies() {
        return replies;
    }

    /** One turn, on the engine's thread. Throws what Playwright throws when its browser or driver is gone. */
    void take(BrowserContext spare, BooleanSupplier up) {
        replies.deliver();
        CommandQueue.Command next = queue.next();
        if (next == null) {
            pump(spare, up);
            return;
        }
        busyPressing = next.urgency().pressing();
        replies.urgency(next.urgency());
        busySince = System.nanoTime();
        try {
            next.work().run();
        } catch (RuntimeException broken) {
            LOG.error("a command of {} failed", name, broken);
        } finally {
            busySince = 0;
        }
    }

    /** waitForCondition looks at its condition between messages, every 10 ms at the latest; it asks nobody. */
    private void pump(BrowserContext spare, BooleanSupplier up) throws PlaywrightException {
        long until = System.nanoTime() + PUMP.toNanos();
        try {
            spare.waitForCondition(
                    () -> !queue.isEmpty() || replies.come() || !up.getAsBoolean() || System.nanoTime() - until > 0,
                    new BrowserContext.WaitForConditionOptions().setTimeout(PUMP.toMillis() * 20.0));
        } catch (TimeoutError slow) {
            LOG.debug("{} pumped for long", name);
        }
    }

    /** How long the running command, or a reply that is owed, has kept the engine, in nanoseconds. */
    long busyFor(long now) {
        return Math.max(runningFor(now), replies.owedFor(now));
    }

    /** How long a gate answer, a stop or a burst has waited, run, or been unanswered, in nanoseconds. */
    long pressingFor(long now) {
        long running = busyPressing ? runningFor(now) : 0;
        return Math.max(running, Math.max(queue.pressingFor(now), replies.pressingFor(now)));
    }

    private long runningFor(long now) {
        long since = busySince;
        return since == 0 ? 0 : now - since;
    }
}
