package app.cadeau.sends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * When news of one running send goes out: what a witness proved at once, and ten times in any second at most. Twelve gifts
 * come in a second, so now and then a proof may not go: it waits for the next one and goes with it, and those after it go at
 * once again. What proves nothing goes along with a proof, or alone when there is room.
 */
final class TellingPace {

    static final int MOST_A_SECOND = 10;
    static final Duration EVERY = Duration.ofMillis(100); // in the long run

    private static final Duration AHEAD = Duration.ofMillis(85); // so much sooner after a rest
    private static final Duration SOON = Duration.ofMillis(15);
    private static final Duration LATE = Duration.ofMillis(4); // the next proof may be, by so much
    private static final Duration PROVING_NOTHING = Duration.ofMillis(60);

    private final Deque<Instant> told = new ArrayDeque<>();
    private Instant next = Instant.EPOCH;
    private @Nullable Instant cameAt;
    private @Nullable Instant provedAt;
    private Duration company = EVERY;
    private boolean accompanied;

    void came(Instant at) {
        cameAt = cameAt == null ? at : cameAt;
    }

    /** @param interval after which the next may be expected */
    void proved(Instant at, Duration interval) {
        company = interval.compareTo(EVERY.minus(LATE)) > 0 ? EVERY : interval.plus(LATE);
        accompanied = provedAt != null;
        provedAt = provedAt == null ? at : provedAt;
    }

    /** When what came is to be told; far off when nothing did. */
    Instant due() {
        if (provedAt != null) {
            var held = !accompanied && provedAt.plus(SOON).isBefore(free());
            return later(held ? provedAt.plus(company) : provedAt, free());
        }
        return cameAt == null ? Instant.MAX : later(cameAt.plus(PROVING_NOTHING), later(next, free()));
    }

    /** The first moment at which anything may be told. */
    Instant free() {
        var ahead = next.minus(AHEAD);
        return told.size() < MOST_A_SECOND
                ? ahead
                : later(ahead, told.getFirst().plusSeconds(1));
    }

    /** @param rest at least so long until the next, on average */
    void told(Instant at, Duration rest) {
        next = later(next, at).plus(rest.compareTo(EVERY) > 0 ? rest : EVERY);
        told.add(at);
        if (told.size() > MOST_A_SECOND) {
            told.remove();
        }
        cameAt = null;
        provedAt = null;
        accompanied = false;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
