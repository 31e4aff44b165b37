package app.cadeau.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a browser of the machine's owner in: a key that works once and soon, in exchange for a session. */
@Component
final class PageKeys {

    private static final Duration KEY_LIVES = Duration.ofHours(12);
    private static final int MOST = 100;

    private final InstantSource clock;
    private final Map<String, Instant> keys = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    PageKeys(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String newKey() {
        var key = Secrets.random();
        keys.put(key, clock.instant());
        return key;
    }

    /** Whether nobody used this key yet; now somebody has. */
    synchronized boolean use(String key) {
        var made = keys.remove(key);
        return made != null && made.plus(KEY_LIVES).isAfter(clock.instant());
    }
}
