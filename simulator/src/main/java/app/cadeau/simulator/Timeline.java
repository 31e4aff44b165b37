package app.cadeau.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is due when, in milliseconds of an evening. Time moves only when it is moved. For one thread. */
final class Timeline {

    /** More than this waiting at once is a script that went wrong. */
    private static final int WAITING = 20_000;

    private record Due(long at, long order, Runnable act) {}

    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long order;

    long now() {
        return now;
    }

    /** At this moment, or now when it is over. */
    void at(long millis, Runnable act) {
        if (waiting.size() >= WAITING) {
            throw new IllegalStateException("more than " + WAITING + " things wait at " + now + " ms of the evening");
        }
        waiting.add(new Due(Math.max(millis, now), order++, act));
    }

    void in(long millis, Runnable act) {
        at(now + millis, act);
    }

    /** Does what is due up to and at this moment, in order; a moment before now does nothing. */
    void advanceTo(long millis) {
        for (Due due = waiting.peek(); due != null && due.at() <= millis; due = waiting.peek()) {
            waiting.remove();
            now = due.at();
            due.act().run();
        }
        now = Math.max(now, millis);
    }

    /** When the next thing is due; never, when nothing waits. */
    long nextAt() {
        Due due = waiting.peek();
        return due == null ? Long.MAX_VALUE : due.at();
    }
}
