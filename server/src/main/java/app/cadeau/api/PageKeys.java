package app.cadeau.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets a browser in: a key that works once and soon, in exchange for a cookie. The cookie is the time of its making,
 * sealed with the token, so it outlives this daemon and falls with the token.
 */
@Component
final class PageKeys {

    static final Duration COOKIE_LIVES = Duration.ofDays(7);

    private static final Duration KEY_LIVES = Duration.ofHours(12);
    private static final int MOST = 100;

    private final Token token;
    private final InstantSource clock;
    private final Map<String, Instant> keys = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    PageKeys(Token token, InstantSource clock) {
        this.token = token;
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
        return cookie(Long.toString(clock.instant().getEpochSecond()));
    }

    boolean knows(String cookie) {
        var madeAt = cookie.substring(0, Math.max(0, cookie.indexOf('.')));
        return Secrets.same(cookie(madeAt), cookie) && fresh(Instant.ofEpochSecond(Long.parseLong(madeAt)));
    }

    private boolean fresh(Instant madeAt) {
        return madeAt.plus(COOKIE_LIVES).isAfter(clock.instant());
    }

    private String cookie(String madeAt) {
        return madeAt + "." + token.seal("page " + madeAt);
    }
}
