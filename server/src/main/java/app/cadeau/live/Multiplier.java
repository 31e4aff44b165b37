package app.cadeau.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gift counts in a match beyond its coins, as the stream of that LIVE told. Times are by our clock, a second or so
 * off at either end. No message tells of Bonus Hour, Double Blast or Fest gifts, so they are never in it.
 *
 * @param value how many times a coin counts; 1 where nothing is known to be open
 * @param low percent of gifts that it strikes at the least, where it is a chance
 * @param high percent of gifts that it strikes at the most, where it is a chance
 * @param seenAt when the stream told what this rests on; null when nothing is known
 */
public record Multiplier(
        int value,
        Kind kind,
        @Nullable Instant from,
        @Nullable Instant until,
        Source source,
        Confidence confidence,
        int low,
        int high,
        @Nullable Instant seenAt) {

    public enum Kind {
        NONE,
        /** The reward of a challenge that this LIVE's side won. */
        CHALLENGE,
        GLOVE,
        TOP_2,
        TOP_3
    }

    public enum Source {
        /** The messages of a match's challenges. */
        BATTLE_TASK,
        /** The messages of boosters that are used. */
        ITEM_CARD,
        /** The beginning or end of a match. */
        BATTLE,
        NOTHING_HEARD
    }

    public enum Confidence {
        /** The platform said so, and no message since was missed. */
        CERTAIN,
        /** The platform strikes some gifts and not others. */
        CHANCE,
        /** It may be so for our gifts, or not; or nothing was heard. */
        UNKNOWN
    }

    static Multiplier none(@Nullable Instant known) {
        return new Multiplier(
                1,
                Kind.NONE,
                null,
                null,
                known == null ? Source.NOTHING_HEARD : Source.BATTLE,
                known == null ? Confidence.UNKNOWN : Confidence.CERTAIN,
                0,
                0,
                known);
    }

    boolean open(Instant now) {
        return from != null && until != null && !now.isBefore(from) && now.isBefore(until);
    }

    boolean comes(Instant now) {
        return from != null && now.isBefore(from);
    }
}
