package app.cadeau.livepage;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers to gift/send that have arrived in the browser and were not read yet. Thread-safe. */
final class Unread {

    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final long limit;

    Unread(Duration limit) {
        this.limit = limit.toNanos();
    }

    void add(String key) {
        since.put(key, System.nanoTime());
    }

    void remove(String key) {
        since.remove(key);
    }

    boolean tooLong() {
        long now = System.nanoTime();
        return since.values().stream().anyMatch(from -> now - from > limit);
    }
}
