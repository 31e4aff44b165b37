package app.cadeau.sends;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the pace asked for the machine carries just now, for all sends together. Bursts that begin late say that it
 * is short: then everybody presses less often, before requests pile up, and comes back to full pace by little. Thread-safe.
 */
final class Headroom {

    /** From when a burst could have begun to when its first press was heard of; a few milliseconds while nothing is short. */
    static final Duration LATE = Duration.ofMillis(100);

    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration FORGOTTEN = Duration.ofSeconds(5);
    private static final double SLOWER = 1.25;
    private static final double FASTER = 0.95;
    private static final double SLOWEST = 4;

    private final Carried carried;
    private final Set<SendId> pressing = new HashSet<>();
    private double stretch = 1;
    private int bursts;
    private int late;
    private @Nullable Instant began;

    Headroom(Carried carried) {
        this.carried = carried;
    }

    /** How many sends may be at work at once. */
    int lanes() {
        return carried.lanes();
    }

    /** A burst of this send has begun so late. */
    synchronized void began(SendId send, Duration lateness, Instant now) {
        pass(now);
        pressing.add(send);
        bursts++;
        late += lateness.compareTo(LATE) > 0 ? 1 : 0;
    }

    /** The time between two presses instead of this one. */
    synchronized Duration stretched(Duration interval, Instant now) {
        pass(now);
        return stretch == 1 ? interval : Duration.ofNanos((long) (interval.toNanos() * stretch));
    }

    /** 1 at full pace, 2 at half of it. */
    synchronized double stretch(Instant now) {
        pass(now);
        return stretch;
    }

    /** One slow page is its own trouble; when a third of all bursts are late the machine is short. */
    private void pass(Instant now) {
        var since = began;
        if (since == null || now.isBefore(since) || now.isAfter(since.plus(FORGOTTEN))) {
            stretch = 1;
        } else if (now.isBefore(since.plus(ROUND))) {
            return;
        } else {
            judge(late * 3 > bursts);
        }
        began = now;
        pressing.clear();
        bursts = 0;
        late = 0;
    }

    private void judge(boolean tooLate) {
        stretch = tooLate ? Math.min(SLOWEST, stretch * SLOWER) : Math.max(1, stretch * FASTER);
        carried.round(pressing.size(), stretch > 1);
    }
}
