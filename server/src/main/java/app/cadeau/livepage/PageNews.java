package app.cadeau.livepage;

import app.cadeau.live.LiveEvent;
import app.cadeau.money.Coins;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a lane tells the send that works on it, in the order in which it became known. Evidence is never dropped. */
public sealed interface PageNews {

    /** When the engine's thread learned of it. */
    Instant at();

    /** One press was made. {@code pageMillis} is the page's own monotonic clock, in milliseconds, with fractions. */
    record Pressed(long burst, int index, double pageMillis, Instant at) implements PageNews {}

    /** A burst is over: all its presses were made, or {@code halted} says what the guard saw instead. */
    record BurstEnded(long burst, int presses, @Nullable Halt halted, Instant at) implements PageNews {}

    /** Why a burst ended early. STOPPED and DEADLINE are ours; MOVED wants the gift selected anew; the rest is trouble. */
    record Halt(Kind kind, String seen) {
        public enum Kind {
            STOPPED,
            DEADLINE,
            MOVED,
            PRICE,
            QUANTITY,
            NOT_READY,
            COVERED,
            CHALLENGED,
            DIALOG
        }
    }

    /** The page asked to send; {@code refusal} is null when the gate let it pass. */
    record Asked(GiftAsk ask, @Nullable String refusal, Instant at) implements PageNews {}

    /**
     * The whole answer to a request that had passed.
     *
     * @param statusCode the platform's code, 0 for sent; null when the body carried none
     * @param sameConnection the answer came on the connection that was first used: the browser cannot have repeated it
     */
    record Answered(
            String key,
            int httpStatus,
            @Nullable Integer statusCode,
            @Nullable String prompt,
            @Nullable Coins coinsLeft,
            @Nullable String groupId,
            @Nullable String orderId,
            @Nullable String msgId,
            boolean calmDown,
            boolean sameConnection,
            Instant at)
            implements PageNews {}

    /** No whole answer will come for a request that had passed. */
    record AnswerLost(String key, String why, Instant at) implements PageNews {}

    /** A gift of our own user came back in the stream. */
    record Echo(LiveEvent.GiftSeen gift, Instant at) implements PageNews {}

    record Balance(BalanceReading reading) implements PageNews {
        @Override
        public Instant at() {
            return reading.at();
        }
    }

    record LivePaused(Instant at) implements PageNews {}

    record LiveResumed(Instant at) implements PageNews {}

    record LiveEnded(Instant at) implements PageNews {}

    /** A challenge, a log-out or a change of the page that no press survives. */
    record Shaken(Trouble trouble, String seen, Instant at) implements PageNews {}

    /** Page or browser is gone; nothing more will come. */
    record Gone(String why, Instant at) implements PageNews {}
}
