package app.cadeau;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The daemon's time: what the machine's clock said once, carried on by the counter that nobody can set. A machine's clock
 * that is set, or that went on while the machine slept, moves no deadline of ours until {@link #agree()}.
 */
final class SteadyClock implements InstantSource {

    private static final Duration AT_ONCE = Duration.ofMillis(2);

    private record Mark(Instant at, long nanos) {}

    private final InstantSource machine;
    private final LongSupplier nanos;
    private volatile Mark mark;

    /** @param nanos counts on at the speed of time and is never set, as {@link System#nanoTime()} does */
    SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        this.mark = machineMark();
    }

    @Override
    public Instant instant() {
        return at(nanos.getAsLong());
    }

    private Instant at(long counter) {
        var from = mark;
        return from.at().plusNanos(counter - from.nanos());
    }

    /** How far the machine's clock is ahead of this one; negative when it is behind. */
    Duration machineAhead() {
        var read = machineMark();
        return Duration.between(at(read.nanos()), read.at());
    }

    /** Takes the machine's time. */
    void agree() {
        mark = machineMark();
    }

    /** Comes nearer to the machine's time, by no more than {@code most}. */
    void follow(Duration most) {
        var read = machineMark();
        var ours = at(read.nanos());
        var ahead = Duration.between(ours, read.at());
        var step = ahead.abs().compareTo(most) <= 0 ? ahead : ahead.isNegative() ? most.negated() : most;
        mark = new Mark(ours.plus(step), read.nanos());
    }

    /** Both at one moment: a thread that is held up between the two readings would see a jump that never was. */
    private Mark machineMark() {
        var best = new Mark(machine.instant(), nanos.getAsLong());
        for (var tries = 0; tries < 5; tries++) {
            var before = nanos.getAsLong();
            var now = machine.instant();
            var after = nanos.getAsLong();
            best = new Mark(now, before + (after - before) / 2);
            if (after - before <= AT_ONCE.toNanos()) {
                return best;
            }
        }
        return best;
    }
}
