package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.catalogue.Gift;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order: this account gives so many of this gift to this streamer.
 *
 * @param gift a gift's id in digits, or its name
 * @param price which of several gifts of one name is meant, and the only price at which it may be sent
 * @param quantity 1 to 10,000
 * @param cps clicks a second, 1 to 12
 * @param account null for the default account
 * @param maxCoins refuses the send when it would cost more
 * @param notAfter no press begins after it
 * @param priority among the waiting sends of its account
 * @param member who asks for it, or null
 */
public record NewSend(
        StreamerName streamer,
        String gift,
        @Nullable Coins price,
        int quantity,
        double cps,
        @Nullable AccountId account,
        @Nullable Coins maxCoins,
        @Nullable Instant notAfter,
        Priority priority,
        @Nullable String member) {

    public static final int MOST_GIFTS = 10_000;
    public static final double MOST_CPS = 12;

    /** Of normal priority. */
    public NewSend(
            StreamerName streamer,
            String gift,
            @Nullable Coins price,
            int quantity,
            double cps,
            @Nullable AccountId account,
            @Nullable Coins maxCoins,
            @Nullable Instant notAfter) {
        this(streamer, gift, price, quantity, cps, account, maxCoins, notAfter, Priority.NORMAL, null);
    }

    /** Of no member in particular. */
    public NewSend(
            StreamerName streamer,
            String gift,
            @Nullable Coins price,
            int quantity,
            double cps,
            @Nullable AccountId account,
            @Nullable Coins maxCoins,
            @Nullable Instant notAfter,
            Priority priority) {
        this(streamer, gift, price, quantity, cps, account, maxCoins, notAfter, priority, null);
    }

    public NewSend {
        if (gift.isBlank() || gift.length() > 100) {
            throw new IllegalArgumentException("gift: give a name or an id of up to 100 characters");
        }
        if (quantity < 1 || quantity > MOST_GIFTS) {
            throw new IllegalArgumentException("quantity: 1 to 10000, not " + quantity);
        }
        if (!(cps >= 1 && cps <= MOST_CPS)) {
            throw new IllegalArgumentException("cps: 1 to 12 clicks a second, not " + cps);
        }
    }

    /** The same, asked for by this member. */
    public NewSend by(@Nullable String who) {
        return new NewSend(streamer, gift, price, quantity, cps, account, maxCoins, notAfter, priority, who);
    }

    /** The only price at which it may be sent: as it was ordered, else as the catalogue has it; null when neither says. */
    @Nullable
    Coins agreed(@Nullable Gift known) {
        return price != null || known == null ? price : known.price();
    }
}
