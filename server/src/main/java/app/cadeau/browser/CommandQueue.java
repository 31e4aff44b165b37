package app.cadeau.browser;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The short commands that wait for an engine: most urgent first, then in order of arrival; bounded. */
final class CommandQueue {

    static final int LIMIT = 10_000;

    /** @param waitingSince {@link System#nanoTime()} of its arrival */
    record Command(Urgency urgency, long number, long waitingSince, Runnable work) implements Comparable<Command> {
        @Override
        public int compareTo(Command other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(number, other.number);
        }
    }

    private final PriorityBlockingQueue<Command> waiting = new PriorityBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Returns false when the queue is full: an engine so far behind is of no use. */
    boolean add(Urgency urgency, Runnable work) {
        if (waiting.size() >= LIMIT) {
            return false;
        }
        return waiting.add(new Command(urgency, numbers.incrementAndGet(), System.nanoTime(), work));
    }

    @Nullable
    Command next() {
        return waiting.poll();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether a stop or a held gift depends on the most urgent command. */
    boolean hasPressing() {
        Command head = waiting.peek();
        return head != null && head.urgency().pressing();
    }

    /** How long the most urgent command has waited, in nanoseconds, if a stop or a held gift depends on it; else 0. */
    long pressingFor(long now) {
        Command head = waiting.peek();
        return head != null && head.urgency().pressing() ? now - head.waitingSince() : 0;
    }
}
