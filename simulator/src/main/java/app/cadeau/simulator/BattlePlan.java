package app.cadeau.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A battle as a script has it.
 *
 * @param ours hosts of our side, the streamer first; {@code theirs} likewise
 * @param seconds of the match; the platform itself says one more
 * @param lapSeconds of the victory lap
 * @param only the one gift that counts, or null for all
 * @param theirGifts gifts a second that the crowd gives on their side
 * @param multiply whether multipliers that are open at once multiply; else the highest counts. Nobody knows which is true
 */
record BattlePlan(
        List<String> ours,
        List<String> theirs,
        int seconds,
        int lapSeconds,
        @Nullable Long only,
        double theirGifts,
        boolean multiply,
        List<Challenge> challenges) {

    /**
     * A speed challenge: so many givers within the window unlock the reward. All in seconds left on the match clock.
     *
     * @param previewAt when it is announced
     * @param times how often a gift counts in the reward window
     */
    record Challenge(int previewAt, int startAt, int seconds, int target, int rewardAt, int rewardSeconds, int times) {}

    /** The platform's own number for a match of 300 seconds is 301. */
    int told() {
        return seconds + 1;
    }

    boolean teams() {
        return ours.size() > 1 || theirs.size() > 1;
    }
}
