package app.cadeau.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the stream told of a match, as far as it bears on what a gift counts there (live-facts 4). */
public sealed interface MatchEvent extends LiveEvent {

    String battleId();

    /** By the platform's clock. */
    Instant saidAt();

    enum Phase {
        BEGUN,
        GOES_ON,
        OVER
    }

    /** How the match stands. {@code endsAt} is by the platform's clock, null where the message does not say. */
    record Standing(
            String msgId,
            String battleId,
            Instant saidAt,
            Phase phase,
            @Nullable Instant endsAt) implements MatchEvent {}

    /** A challenge begins; who reaches its target gets the reward. Its times are seconds left on the match clock. */
    record Challenge(String msgId, String battleId, Instant saidAt, long rewardAtLeft, long rewardSeconds, int times)
            implements MatchEvent {}

    /** The challenge is settled, for the side of this LIVE. */
    record ChallengeSettled(String msgId, String battleId, Instant saidAt, boolean won) implements MatchEvent {}

    /** The reward of a challenge is over. */
    record RewardOver(String msgId, String battleId, Instant saidAt) implements MatchEvent {}

    /** A glove is a chance for each gift; the others count for gifts of the second or third supporter only. */
    enum Card {
        GLOVE,
        TOP_2,
        TOP_3
    }

    /**
     * A booster was used.
     *
     * @param toHost for gifts to whom; null where the message does not say
     * @param low percent, 0 where there is no chance in it
     * @param high percent, as {@code low}
     * @param from by the platform's clock, as {@code until}
     */
    record Booster(
            String msgId,
            String battleId,
            Instant saidAt,
            Card card,
            @Nullable String toHost,
            int times,
            int low,
            int high,
            Instant from,
            Instant until)
            implements MatchEvent {}

    /** Somebody made the match longer. */
    record MoreTime(String msgId, String battleId, Instant saidAt, long seconds) implements MatchEvent {}
}
