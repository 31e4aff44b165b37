package app.cadeau.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a browser in: a key that works once and soon, in exchange for a cookie that lives as long as the daemon. */
@Component
final class PageKeys {

    private static final Duration KEY_LIVES = Duration.ofHours(12);
    private static final int MOST = 100;

    private final InstantSource clock;
    private final Map<String, Instant> keys = bounded();
    private final Map<String, Instant> cookies = bounded();

    PageKeys(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String newKey() {
        var key = Secrets.random();
        keys.put(key, clock.instant());
        return key;
    }

    /** The cookie for a key that nobody used yet, or an empty text. */
    synchronized String exchange(String key) {
        var made = keys.remove(key);
        if (made == null || made.plus(KEY_LIVES).isBefore(clock.instant())) {
            return "";
        }
        var cookie = Secrets.random();
        cookies.put(cookie, clock.instant());
        return cookie;
    }

    synchronized boolean knows(String cookie) {
        return cookies.keySet().stream().anyMatch(known -> Secrets.same(known, cookie));
    }

    private static Map<String, Instant> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > MOST;
            }
        };
    }
}
