package app.cadeau.sends;

import app.cadeau.live.LiveEvent.GiftSeen;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Checks the price by the first gift of a run of presses: the coins fell by just its price, or, where the reading before
 * was old or coins moved from outside, our echo of that gift tells the agreed price.
 */
final class PriceProof {

    /** How long an echo may still bear out the price after an answer that the coins do not. */
    static final Duration ECHO_WITHIN = Duration.ofSeconds(3);

    /** What is known of the price by now. */
    sealed interface Finding {
        record Waiting() implements Finding {}

        /** @param coinsBefore the reading of before the first press, when the one that we had turned out to be old */
        record Proved(@Nullable Long coinsBefore) implements Finding {}

        record Disproved(Ending ending) implements Finding {}
    }

    private final Terms terms;
    private final GroupFloors earlier;
    private @Nullable Long coinsBefore;
    private @Nullable Long coinsLeft;
    private @Nullable Instant answeredAt;
    private boolean sameConnection;
    private int count;
    private @Nullable Long echoedCoinsEach;

    PriceProof(Terms terms, GroupFloors earlier, @Nullable Long coinsBefore) {
        this.terms = terms;
        this.earlier = earlier;
        this.coinsBefore = coinsBefore;
    }

    /** A run of presses begins; the newest reading is the one to fall from. */
    void begin(@Nullable Long newestReading) {
        coinsBefore = newestReading;
        coinsLeft = null;
        answeredAt = null;
        echoedCoinsEach = null;
    }

    void answered(Evidence.Answer answer, int giftsAsked) {
        answeredAt = answer.at();
        coinsLeft = answer.coinsLeft();
        sameConnection = answer.sameConnection();
        count = giftsAsked;
    }

    void echoed(GiftSeen gift, Instant at) {
        if (!earlier.mayHold(gift, at)
                && gift.senderId().equals(terms.ownUserId())
                && gift.giftId() == terms.giftId()
                && gift.increment() > 0
                && gift.coins() > 0) {
            echoedCoinsEach = gift.coins() / gift.increment();
        }
    }

    Finding finding(Instant now) {
        if (answeredAt == null) {
            return new Finding.Waiting();
        }
        var fell = coinsBefore == null || coinsLeft == null ? null : coinsBefore - coinsLeft;
        var due = Math.multiplyExact(terms.price(), count);
        if (fell != null && fell == due) {
            return new Finding.Proved(null);
        }
        if (fell != null && fell > due && fell % terms.price() == 0 && !sameConnection) {
            return new Finding.Disproved(Ending.shutting(
                    Reason.Code.EXCESS,
                    "The coins fell by " + fell + " where " + due
                            + " were asked for: the request went out more than once."));
        }
        if (echoedCoinsEach != null && echoedCoinsEach == terms.price() && (fell == null || fell != 0)) {
            return new Finding.Proved(coinsLeft == null ? null : coinsLeft + due);
        }
        var canWait = terms.ownUserId() != null && now.isBefore(answeredAt.plus(ECHO_WITHIN));
        return canWait ? new Finding.Waiting() : new Finding.Disproved(mismatch(fell, due));
    }

    private static Ending mismatch(@Nullable Long fell, long due) {
        if (fell == null || fell <= 0) {
            return Ending.because(
                    Reason.Code.NOT_PROVED,
                    "The first gift was answered as sent, but nothing shows its price of " + due + ".");
        }
        return Ending.because(
                Reason.Code.PRICE_MOVED,
                "The first gift took " + Coins.inWords(fell) + ", not the " + due + " agreed.");
    }
}
