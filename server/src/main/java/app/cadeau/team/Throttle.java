package app.cadeau.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries by a key before anything dear is done for them. A bucket holds a few tries and fills up again slowly; what
 * succeeds gives its try back. Remembers a bounded number of keys, and forgets the one that was quiet longest.
 */
final class Throttle {

    private static final int KEYS = 10_000;

    private record Bucket(double tries, Instant at) {}

    private final int burst;
    private final Duration every;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    /** @param burst tries at once; @param every so long until one more */
    Throttle(int burst, Duration every, InstantSource clock) {
        this.burst = burst;
        this.every = every;
        this.clock = clock;
    }

    /** Takes a try: null, or how long to wait for one. */
    synchronized @Nullable Duration take(String key) {
        var now = clock.instant();
        var tries = tries(key, now);
        if (tries < 1) {
            buckets.put(key, new Bucket(tries, now));
            return Duration.ofMillis((long) Math.ceil((1 - tries) * every.toMillis()));
        }
        buckets.put(key, new Bucket(tries - 1, now));
        return null;
    }

    synchronized void giveBack(String key) {
        var now = clock.instant();
        buckets.put(key, new Bucket(Math.min(burst, tries(key, now) + 1), now));
    }

    /** As if nobody had ever tried. */
    synchronized void forget(String key) {
        buckets.remove(key);
    }

    private double tries(String key, Instant now) {
        var bucket = buckets.get(key);
        if (bucket == null) {
            return burst;
        }
        var gone = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        return Math.min(burst, bucket.tries() + (double) gone / every.toMillis());
    }
}
