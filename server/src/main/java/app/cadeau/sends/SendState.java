package app.cadeau.sends;

import java.util.EnumSet;
import java.util.Set;

/** Where a send stands. {@link #mayBecome} is the whole table of moves: what is not in it cannot happen. */
public enum SendState {
    QUEUED,
    PREPARING,
    SENDING,
    SETTLING,
    CONFIRMED,
    PARTIAL,
    STOPPED,
    REFUSED,
    REVIEW;

    private static final Set<SendState> RESOLVED = EnumSet.of(CONFIRMED, PARTIAL, STOPPED, REFUSED);
    private static final Set<SendState> ENDS = EnumSet.of(CONFIRMED, PARTIAL, STOPPED, REFUSED, REVIEW);

    public boolean mayBecome(SendState next) {
        return switch (this) {
            case QUEUED -> EnumSet.of(PREPARING, STOPPED, REFUSED).contains(next);
            case PREPARING ->
                EnumSet.of(SENDING, QUEUED, STOPPED, REFUSED, SETTLING).contains(next);
            case SENDING -> EnumSet.of(PREPARING, SETTLING).contains(next);
            case SETTLING -> ENDS.contains(next);
            case REVIEW -> RESOLVED.contains(next);
            case CONFIRMED, PARTIAL, STOPPED, REFUSED -> false;
        };
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return ENDS.contains(this);
    }

    /** The end of a send: unknown before all else, then all, then stopped, then some, then none. */
    static SendState endOf(int requested, int confirmed, int unknown, boolean stopped) {
        if (unknown > 0) {
            return REVIEW;
        }
        if (confirmed == requested) {
            return CONFIRMED;
        }
        if (stopped) {
            return STOPPED;
        }
        return confirmed > 0 ? PARTIAL : REFUSED;
    }
}
