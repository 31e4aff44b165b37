package app.cadeau.api;

import app.cadeau.live.StreamerName;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendNews;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import app.cadeau.streamers.Streamers;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes news of what sends tell. Whoever tells waits for nothing; one thread of its own does the rest.
 */
@Component
class SendFeed implements SendNews, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SendFeed.class);

    /**
     * A receipt as who watches is told it.
     *
     * @param armed permits opened that are neither proved nor void yet
     * @param pace presses in each of the last 60 seconds, the oldest first
     */
    record Line(@JsonUnwrapped Receipt receipt, int armed, List<Integer> pace) {}

    private final Sends sends;
    private final Streamers streamers;
    private final Newsroom newsroom;
    private final Watch watch;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final SendTrails trails = new SendTrails();
    private volatile boolean running;

    SendFeed(Sends sends, Streamers streamers, Newsroom newsroom, Watch watch, InstantSource clock) {
        this.sends = sends;
        this.streamers = streamers;
        this.newsroom = newsroom;
        this.watch = watch;
        this.clock = clock;
        sends.tell(this);
    }

    @Override
    public void told(Receipt receipt, int armed) {
        lock.lock();
        try {
            trails.told(receipt, armed);
            came.signal();
        } finally {
            lock.unlock();
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
        switch (next()) {
            case SendTrails.Nothing nothing -> {}
            // More states came than may wait: whoever watches reads everything anew.
            case SendTrails.Gap() -> newsroom.tell("reset", Map.of());
            case SendTrails.Told told -> tell(told);
        }
    }

    private SendTrails.Next next() throws InterruptedException {
        lock.lock();
        try {
            var next = trails.next();
            if (next instanceof SendTrails.Nothing && running) {
                came.await();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void tell(SendTrails.Told told) {
        try {
            var id = told.receipt().id();
            newsroom.tell("send", line(told), told.state() ? null : "send " + id.text());
            if (told.state()) {
                seen(told.receipt());
                watch.soon();
            }
        } catch (RuntimeException failed) {
            log.warn("news of send {} could not be told", told.receipt().id(), failed);
        }
    }

    private void seen(Receipt receipt) {
        var onAir = SeenBySend.onAir(receipt);
        if (onAir != null) { // beside: whoever watches does not wait for the database
            var at = clock.instant();
            Thread.ofVirtual()
                    .name("seen-by-" + receipt.id())
                    .start(() -> keep(new StreamerName(receipt.streamer()), onAir, at));
        }
    }

    private void keep(StreamerName streamer, boolean onAir, Instant at) {
        try {
            streamers.seen(streamer, onAir, at);
        } catch (RuntimeException failed) {
            log.debug("that {} was seen could not be kept", streamer, failed);
        }
    }

    private Line line(SendTrails.Told told) {
        var receipt = told.receipt();
        return new Line(full(receipt), told.armed(), pace(receipt));
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
            return trails.pace(receipt, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            came.signal();
        } finally {
            lock.unlock();
        }
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
