package app.cadeau.browser;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an engine's thread does in turn: what the browser has said, then the most urgent command; it rests when there is neither. */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration REST = Duration.ofMillis(500);

    /** So that no command waits behind all that a busy browser has to say. */
    private static final int IN_A_ROW = 64;

    private final String name;
    private final CommandQueue queue = new CommandQueue();
    private final Replies replies = new Replies();
    private volatile @Nullable Thread thread;
    private volatile long busySince;
    private volatile boolean busyPressing;

    Turns(String name) {
        this.name = name;
    }

    /** False when the queue is full. */
    boolean add(Urgency urgency, Runnable work) {
        boolean added = queue.add(urgency, work);
        wake();
        return added;
    }

    Replies replies() {
        return replies;
    }

    /** There is something to do. Any thread. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Turns until it is there: only while an engine starts and carries nothing. */
    <T> T await(Connection connection, CompletableFuture<T> reply, Duration within) throws TimeoutException {
        long begun = System.nanoTime();
        while (!reply.isDone()) {
            if (System.nanoTime() - begun > within.toNanos()) {
                throw new TimeoutException("the browser did not answer within " + within.toSeconds() + " s");
            }
            take(connection);
        }
        return reply.join();
    }

    /** One turn, on the engine's thread. */
    void take(Connection connection) {
        thread = Thread.currentThread();
        busyPressing = false;
        busySince = System.nanoTime();
        try {
            connection.deliver(IN_A_ROW, () -> !queue.hasPressing());
            if (!obey() && !connection.hasNews() && queue.isEmpty()) {
                busySince = 0;
                LockSupport.parkNanos(this, REST.toNanos());
            }
        } finally {
            busySince = 0;
        }
    }

    /** False when no command waits. */
    private boolean obey() {
        CommandQueue.Command next = queue.next();
        if (next == null) {
            return false;
        }
        busyPressing = next.urgency().pressing();
        replies.urgency(next.urgency());
        try {
            next.work().run();
        } catch (RuntimeException broken) {
            LOG.error("a command of {} failed", name, broken);
        }
        return true;
    }

    /** How long the running turn, or a reply that is owed, has kept the engine, in nanoseconds. */
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
