package app.cadeau.sends;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a send does next, from what it knows: how many presses may begin now, and when it is over (house rule 3).
 * Keeps the one thing that is not in the tally: whether presses go alone, flow, or wait.
 */
final class Course {

    /** A burst is ordered this long before its first press is due, so that the page never waits for us. */
    static final Duration LEAD = Duration.ofMillis(40);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private enum Phase {
        /** The next press goes alone. */
        ALONE,
        /** The lone press is made; nothing follows until its answer bears out the price. */
        PROVING,
        FLOWING
    }

    private final Terms terms;
    private final SendsConfig limits;
    private final Duration asked;
    private Duration interval;
    private final int exposureCap;
    private final long coinsCap;
    private final @Nullable Instant notAfter;
    private Phase phase = Phase.ALONE;
    private int consumedBeforeAlone;
    private @Nullable Instant pausedAt;
    private @Nullable Instant notBefore;

    Course(Terms terms, SendsConfig limits, double cps, long coinsCap, @Nullable Instant notAfter) {
        this.terms = terms;
        this.limits = limits;
        this.notAfter = notAfter;
        this.coinsCap = coinsCap;
        this.asked = Duration.ofNanos((long) Math.ceil(1e9 / cps));
        this.interval = asked;
        var bySpan = (int) Math.max(1, limits.exposureSpan().toMillis() * cps / 1000);
        this.exposureCap = (int) Math.min(bySpan, Math.max(1, coinsCap / terms.price()));
    }

    Step next(Tally tally, Instant now) {
        var end = endOf(tally, now);
        if (end != null) {
            return new Step.Over(end);
        }
        var room = tally.burstRunning() || pausedAt != null ? 0 : room(tally);
        if (room <= 0) {
            return new Step.Listen(GLANCE);
        }
        var wait = untilDue(tally, now);
        return wait.isPositive() ? new Step.Listen(wait) : new Step.Press(room);
    }

    private @Nullable Ending endOf(Tally tally, Instant now) {
        if (tally.consumed() >= terms.requested()) {
            return Ending.COMPLETE;
        }
        if (notAfter != null && !now.isBefore(notAfter)) {
            return Ending.because(Reason.Code.TOO_LATE, "The latest time for this send, " + notAfter + ", has passed.");
        }
        if (pausedAt != null) {
            return pausedAt.plus(limits.pausePatience()).isAfter(now)
                    ? null
                    : Ending.because(Reason.Code.LIVE_PAUSED, "The LIVE stayed paused for too long.");
        }
        if (tally.expired() > 0 && tally.expired() * terms.price() >= coinsCap) {
            return Ending.because(
                    Reason.Code.NOT_PROVED,
                    "No answer came for " + Reason.gifts(tally.expired()) + "; that is all that may be in doubt.");
        }
        return tally.lastMove().plus(limits.loopPatience()).isAfter(now) ? null : stuck(tally);
    }

    private Ending stuck(Tally tally) {
        var seconds = limits.loopPatience().toSeconds();
        return tally.exposure() > 0 || tally.expired() > 0
                ? Ending.because(Reason.Code.NOT_PROVED, "No answer came for " + seconds + " s.")
                : Ending.because(
                        Reason.Code.NOT_LANDED,
                        "The page sent nothing for " + seconds
                                + " s of presses: no press led to a request. Some pages heed only a real mouse.");
    }

    /** How many presses may begin now. */
    private int room(Tally tally) {
        var left = terms.requested() - tally.consumed() - tally.unseen();
        return switch (phase) {
            case ALONE -> tally.unseen() == 0 && tally.exposure() == 0 ? Math.min(1, left) : 0;
            case PROVING -> tally.unseen() == 0 && tally.exposure() == 0 && !proving(tally) ? Math.min(1, left) : 0;
            case FLOWING -> {
                var unseen = unseenCap(tally) - tally.unseen();
                var exposed = exposureCap - tally.exposure() - tally.unseen();
                yield Math.min(Math.min(burst(), left), Math.min(unseen, exposed));
            }
        };
    }

    /** A lone press that led to no request is free to be made again. */
    private boolean proving(Tally tally) {
        return tally.consumed() > consumedBeforeAlone;
    }

    private int unseenCap(Tally tally) {
        if (tally.mergeWindow().isZero()) {
            return Math.max(limits.unseenPresses(), burst());
        }
        var inWindow = (int) Math.ceilDiv(tally.mergeWindow().toNanos(), interval.toNanos());
        return Math.clamp(inWindow + burst(), limits.unseenPresses(), limits.unseenPressesMerged());
    }

    private Duration untilDue(Tally tally, Instant now) {
        var due = tally.lastPress() == null
                ? now
                : tally.lastPress().plus(interval).minus(LEAD);
        if (notBefore != null && notBefore.isAfter(due)) {
            due = notBefore;
        }
        return Duration.between(now, due);
    }

    void pressing(Tally tally) {
        if (phase == Phase.ALONE) {
            phase = Phase.PROVING;
            consumedBeforeAlone = tally.consumed();
        }
    }

    boolean provingPrice() {
        return phase == Phase.PROVING;
    }

    /** The lone press was answered, and the price is what was agreed. */
    void priceProved() {
        phase = Phase.FLOWING;
    }

    /** After a new selection or a reload the next press goes alone. */
    void startAlone() {
        phase = Phase.ALONE;
    }

    void paused(Instant at) {
        pausedAt = at;
    }

    void resumed() {
        pausedAt = null;
    }

    /** No press begins before this instant: what covered Send may go away. */
    void waitUntil(Instant instant) {
        notBefore = instant;
    }

    Duration interval() {
        return interval;
    }

    /** Presses of a whole burst at the pace of now. */
    int burst() {
        return (int) Math.max(1, (limits.burst().toNanos() + asked.toNanos() / 100) / interval.toNanos());
    }

    /** From now on presses are so far apart, as the machine carries them; never faster than was asked. */
    void pace(Headroom headroom, Instant now) {
        interval = headroom.stretched(asked, now);
    }

    @Nullable
    Instant notAfter() {
        return notAfter;
    }
}
