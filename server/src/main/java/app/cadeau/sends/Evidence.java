package app.cadeau.sends;

import app.cadeau.live.LiveEvent;
import app.cadeau.livepage.BalanceReading;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a send's journal: what was armed, asked, answered and seen, in the order in which it became known. */
sealed interface Evidence {

    Instant at();

    /** Something was tried, failed for a reason that may pass, and is tried again after so many milliseconds. */
    record Tried(String what, int number, String came, long againAfterMillis, Instant at) implements Evidence {}

    /** Permits {@code first} to {@code last} are armed, at this price, the newest reading being {@code coinsLeft}. */
    record Armed(int first, int last, long price, @Nullable Long coinsLeft, Instant at) implements Evidence {}

    /** The newest reading before the first press. */
    record Opening(@Nullable Long coins, boolean usedAlone, boolean gapsProve, Instant at) implements Evidence {}

    /**
     * Whom the presses are meant for, and what of our streaks belongs to earlier sends: without it no echo could be read
     * after a crash.
     *
     * @param floors repeat counts by group, see {@link GroupFloors}
     * @param strays see {@link GroupFloors}; null in journals of before they were counted
     */
    record Aim(
            String roomId,
            @Nullable String hostId,
            @Nullable String ownUserId,
            Map<String, Integer> floors,
            @Nullable Integer strays,
            Instant at)
            implements Evidence {}

    /** The send was cut off with so many permits armed of which no request is known; each may have been consumed. */
    record CutOff(int count, Instant at) implements Evidence {}

    /** Presses made since the last such line. */
    record Presses(int count, Instant at) implements Evidence {}

    /** A request passed the gate and consumed {@code count} permits. */
    record Passed(String key, int count, Instant at) implements Evidence {}

    /** A request was failed at the gate and consumed nothing. */
    record Failed(String key, int count, String why, Instant at) implements Evidence {}

    /** The whole answer to a request that had passed; see PageNews.Answered. */
    record Answer(
            String key,
            int httpStatus,
            @Nullable Integer statusCode,
            @Nullable String prompt,
            @Nullable Long coinsLeft,
            @Nullable String groupId,
            @Nullable String orderId,
            @Nullable String msgId,
            boolean calmDown,
            boolean sameConnection,
            Instant at)
            implements Evidence {

        boolean sent() {
            return httpStatus / 100 == 2 && statusCode != null && statusCode == 0;
        }

        /** A documented refusal in a whole answer, where the browser cannot have repeated the request. */
        boolean voids() {
            return httpStatus / 100 == 2 && sameConnection && statusCode != null && Refusals.documented(statusCode);
        }
    }

    /** No whole answer will come. */
    record NoAnswer(String key, String why, Instant at) implements Evidence {}

    /** A gift of our own user came back in the stream. */
    record Echoed(LiveEvent.GiftSeen gift, Instant at) implements Evidence {}

    /** A reading of the wallet by itself. */
    record Reading(long coins, String source, Instant at) implements Evidence {

        static Reading of(BalanceReading read) {
            return new Reading(read.coins().amount(), read.source().name(), read.at());
        }
    }

    /** A person said how many landed. */
    record Settlement(int landed, String reason, String by, Instant at) implements Evidence {}
}
