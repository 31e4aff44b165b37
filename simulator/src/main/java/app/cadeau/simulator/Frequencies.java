package app.cadeau.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an account sent a gift that may be sent only so often to one host in a day. */
final class Frequencies {

    private static final long DAY_MILLIS = 86_400_000;

    private record Key(String account, long hostId, long giftId, long day) {}

    private final Clock clock;
    private final Map<Key, Integer> sent = new ConcurrentHashMap<>();

    Frequencies(Clock clock) {
        this.clock = clock;
    }

    /** −1 when there is no limit. */
    int remaining(String account, long hostId, long giftId) {
        int limit = Terms.of(giftId).perHost();
        return limit == 0 ? -1 : Math.max(0, limit - sent.getOrDefault(key(account, hostId, giftId), 0));
    }

    void count(String account, long hostId, long giftId, int count) {
        if (Terms.of(giftId).perHost() > 0) {
            sent.merge(key(account, hostId, giftId), count, Integer::sum);
        }
    }

    /** When the count begins anew. */
    long refreshAtMillis() {
        return (today() + 1) * DAY_MILLIS;
    }

    private Key key(String account, long hostId, long giftId) {
        return new Key(account, hostId, giftId, today());
    }

    private long today() {
        return clock.millis() / DAY_MILLIS;
    }
}
