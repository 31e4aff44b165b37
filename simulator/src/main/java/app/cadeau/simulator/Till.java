package app.cadeau.simulator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own rules about a gift, in the order in which it would look. Codes marked "ours" are made up: nobody has
 * seen the platform's.
 */
final class Till {

    static final int LOGGED_OUT = 20003; // ours
    static final int NO_LIVE = 30003; // ours
    static final int MISFORMED = 10001; // ours
    static final int UNSIGNED = 403;
    static final int AGE_RESTRICTED = 4003110;
    static final int CLOSED_TO_YOU = 10011;
    static final int NOT_IN_COUNTRY = 4004099; // ours
    static final int LOCKED = 4004061; // ours
    static final int TOO_OFTEN_TO_HOST = 4004062; // ours
    static final int PAUSED = 4004063; // ours

    private final Lives lives;
    private final Shop shop;
    private final Frequencies frequencies;
    private final Variations variations;

    Till(Lives lives, Shop shop, Frequencies frequencies, Variations variations) {
        this.lives = lives;
        this.shop = shop;
        this.frequencies = frequencies;
        this.variations = variations;
    }

    /** The code of the refusal, 0 for none. */
    int refusal(Ask ask) {
        Wallet wallet = ask.wallet();
        Live live = live(ask).orElse(null);
        if (wallet == null) {
            return LOGGED_OUT;
        }
        if (live == null || !live.canReceive()) {
            return NO_LIVE;
        }
        if (shop.find(ask.giftId()).isEmpty() || ask.count() < 1) {
            return MISFORMED;
        }
        int code = aboutRoom(live, wallet.standing());
        code = code != 0 ? code : aboutRecipient(live, ask.recipientId());
        return code != 0 ? code : aboutGift(ask, wallet, live);
    }

    Optional<Live> live(Ask ask) {
        return lives.byRoom(ask.exchange().number("room_id", 0));
    }

    private int aboutRoom(Live live, Standing standing) {
        if (!standing.countryAllows()) {
            return NOT_IN_COUNTRY;
        }
        if (!standing.adult()) {
            return AGE_RESTRICTED;
        }
        return live.state() == Live.State.PAUSED && variations.has(Variation.PAUSE_REFUSES) ? PAUSED : 0;
    }

    private static int aboutRecipient(Live live, long recipientId) {
        @Nullable Seat seat = live.seat(recipientId).orElse(null);
        if (seat == null) {
            return 4004051;
        }
        if (seat.host() && !live.rules().hostIsAdult()) {
            return 40032;
        }
        return seat.receives() ? 0 : seat.host() ? 4004051 : 4004052;
    }

    private int aboutGift(Ask ask, Wallet wallet, Live live) {
        Terms terms = Terms.of(ask.giftId());
        Standing standing = wallet.standing();
        if (terms.subscribers() && !standing.subscribed()) {
            return 4025008;
        }
        if (terms.prop() && standing.props() < ask.count()) {
            return 90501;
        }
        if (terms.locked(standing)) {
            return LOCKED;
        }
        int left = frequencies.remaining(wallet.name(), live.hostId(), ask.giftId());
        if (left >= 0 && left < ask.count()) {
            return TOO_OFTEN_TO_HOST;
        }
        long coins = shop.find(ask.giftId()).orElseThrow().coins() * ask.count();
        return wallet.spent() + coins > standing.spendingLimit() ? 4006052 : 0;
    }
}
