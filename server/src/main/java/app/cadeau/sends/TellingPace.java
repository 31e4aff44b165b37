package app.cadeau.sends;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When news of one running send goes out: what a witness proved at once, and ten times in any second at most. Twelve gifts
 * come in a second, so now and then a proof may not go: it waits for the next one and goes with it, and those after it go at
 * once again. What proves nothing goes along with a proof, or alone when there is room.
 */
final class TellingPace {

    /** One after the other in the long run: ten of these are longer than a second and {@link #AHEAD}. */
    static final Duration EVERY = Duration.ofMillis(108);

    private static final Duration AHEAD = Duration.ofMillis(79); // so much sooner after a rest
    private static final Duration SOON = Duration.ofMillis(15);
    private static final Duration MOST_COMPANY = Duration.ofMillis(100);
    private static final Duration LATE = Duration.ofMillis(4); // the next proof may be, by so much
    private static final Duration PROVING_NOTHING = Duration.ofMillis(60);

    private Instant next = Instant.EPOCH;
    private @Nullable Instant cameAt;
    private @Nullable Instant provedAt;
    private Duration company = MOST_COMPANY;
    private boolean accompanied;

    void came(Instant at) {
        cameAt = cameAt == null ? at : cameAt;
    }

    /** @param interval after which the next may be expected */
    void proved(Instant at, Duration interval) {
        company = interval.compareTo(MOST_COMPANY.minus(LATE)) > 0 ? MOST_COMPANY : interval.plus(LATE);
        accompanied = provedAt != null;
        provedAt = provedAt == null ? at : provedAt;
    }

    /** When what came is to be told; far off when nothing did. */
    Instant due() {
        if (provedAt != null) {
            var held = !accompanied && provedAt.plus(SOON).isBefore(free());
            return later(held ? provedAt.plus(company) : provedAt, free());
        }
        return cameAt == null ? Instant.MAX : later(cameAt.plus(PROVING_NOTHING), next);
    }

    /** The first moment at which anything may be told. */
    Instant free() {
        return next.minus(AHEAD);
    }

    void told(Instant at) {
        next = later(next, at).plus(EVERY);
        cameAt = null;
        provedAt = null;
        accompanied = false;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
