package app.cadeau.api;

import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendNews;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes news of what sends tell: a state at once, progress at most ten times a second for each send. Whoever tells waits for
 * nothing; one thread of its own does the rest.
 */
@Component
class SendFeed implements SendNews, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SendFeed.class);
    private static final long EVERY_NANOS = Duration.ofMillis(100).toNanos();
    private static final int MOST_STATES = 20_000;

    /**
     * A receipt as who watches is told it.
     *
     * @param armed permits opened that are neither proved nor void yet
     * @param pace presses in each of the last 60 seconds, the oldest first
     */
    record Line(@JsonUnwrapped Receipt receipt, int armed, List<Integer> pace) {}

    private record Told(Receipt receipt, int armed) {}

    /** One send at work. */
    private final class Trail {
        private final PaceMeter pace = new PaceMeter();
        private SendState state;
        private @Nullable Told progress;
        private long toldAt;

        Trail(SendState state) {
            this.state = state;
        }
    }

    private final Sends sends;
    private final Newsroom newsroom;
    private final Watch watch;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final Map<SendId, Trail> trails = new HashMap<>();
    private final Deque<Told> states = new ArrayDeque<>();
    private boolean lost;
    private volatile boolean running;

    SendFeed(Sends sends, Newsroom newsroom, Watch watch, InstantSource clock) {
        this.sends = sends;
        this.newsroom = newsroom;
        this.watch = watch;
        this.clock = clock;
        sends.tell(this);
    }

    @Override
    public void told(Receipt receipt, int armed) {
        lock.lock();
        try {
            var trail = trails.get(receipt.id());
            var told = new Told(receipt, armed);
            if (trail == null || trail.state != receipt.state()) {
                state(trail, told);
            } else {
                trail.progress = told;
            }
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    private void state(@Nullable Trail trail, Told told) {
        var id = told.receipt.id();
        var state = told.receipt.state();
        if (state == SendState.QUEUED || state.ended()) {
            trails.remove(id);
        } else if (trail == null) {
            trails.put(id, new Trail(state));
        } else {
            trail.state = state;
            trail.progress = null;
        }
        if (states.size() < MOST_STATES) {
            states.add(told);
        } else {
            lost = true;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("send-feed").start(this::work);
    }

    private void work() {
        try {
            while (running) {
                step();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        Told told = null;
        var state = false;
        var gap = false;
        lock.lock();
        try {
            told = states.poll();
            state = told != null;
            gap = !state && lost;
            lost = lost && !gap;
            if (told == null) {
                told = dueProgress();
            }
            if (told == null && !gap) {
                came.awaitNanos(untilDue());
                return;
            }
        } finally {
            lock.unlock();
        }
        if (gap) {
            newsroom.tell("reset", Map.of()); // more states came than may wait: whoever watches reads everything anew
        }
        if (told != null) {
            tell(told, state);
        }
    }

    private @Nullable Told dueProgress() {
        var now = System.nanoTime();
        for (var trail : trails.values()) {
            var progress = trail.progress;
            if (progress != null && now - trail.toldAt >= EVERY_NANOS) {
                trail.progress = null;
                trail.toldAt = now;
                return progress;
            }
        }
        return null;
    }

    private long untilDue() {
        var now = System.nanoTime();
        return trails.values().stream()
                .filter(trail -> trail.progress != null)
                .mapToLong(trail -> EVERY_NANOS - (now - trail.toldAt))
                .min()
                .orElse(10 * EVERY_NANOS);
    }

    private void tell(Told told, boolean state) {
        try {
            var id = told.receipt.id();
            newsroom.tell("send", line(told), state ? null : "send " + id.text());
            if (state) {
                watch.soon();
            }
        } catch (RuntimeException failed) {
            log.warn("news of send {} could not be told", told.receipt.id(), failed);
        }
    }

    private Line line(Told told) {
        var receipt = told.receipt;
        return new Line(full(receipt), told.armed, pace(receipt));
    }

    /** With its place in the line, or with what was kept of its page. */
    private Receipt full(Receipt told) {
        return told.state() == SendState.QUEUED || told.state().ended()
                ? sends.receipt(told.id())
                        .filter(now -> now.state() == told.state())
                        .orElse(told)
                : told;
    }

    private List<Integer> pace(Receipt receipt) {
        lock.lock();
        try {
            var trail = trails.get(receipt.id());
            return trail == null ? List.of() : trail.pace.with(receipt.presses(), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the sends begin, and until they have ended. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
