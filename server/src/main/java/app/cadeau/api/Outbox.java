package app.cadeau.api;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one reader has still to be sent, and the thread that sends it. A reader that is slow finds the newest progress of
 * each thing in place of all of it; one so slow that states pile up is sent away, to come again and resume.
 */
final class Outbox {

    static final int MOST = 2_000;

    /** Sends one text to the reader, and blocks while it does not read. */
    interface Wire {
        void send(String text) throws IOException;

        void ping() throws IOException;

        /** @param slow the reader did not keep up; else it is gone */
        void end(boolean slow);
    }

    private final Wire wire;
    private final Duration pingEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final Map<Object, News> waiting = new LinkedHashMap<>();
    private boolean ended;
    private boolean slow;

    Outbox(Wire wire, Duration pingEvery) {
        this.wire = wire;
        this.pingEvery = pingEvery;
    }

    void add(News news) {
        lock.lock();
        try {
            var key = news.detail() == null ? new Object() : news.detail();
            waiting.remove(key);
            if (waiting.size() >= MOST) {
                slow = true;
                ended = true;
            } else {
                waiting.put(key, news);
            }
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            ended = true;
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends until the reader is gone. */
    void run() {
        try {
            var next = next();
            while (!ended()) {
                if (next == null) {
                    wire.ping();
                } else {
                    wire.send(next.json());
                }
                next = next();
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            wire.end(slow);
        }
    }

    private boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** The next to be sent, or null when it was quiet for so long that the reader is to be asked whether it is there. */
    private @Nullable News next() throws InterruptedException {
        lock.lock();
        try {
            var left = pingEvery.toNanos();
            while (waiting.isEmpty() && !ended && left > 0) {
                left = came.awaitNanos(left);
            }
            var first = waiting.entrySet().iterator();
            if (!first.hasNext()) {
                return null;
            }
            var news = first.next().getValue();
            first.remove();
            return news;
        } finally {
            lock.unlock();
        }
    }
}
