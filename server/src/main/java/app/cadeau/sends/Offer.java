package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.money.Coins;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the gift that was asked for among those that a LIVE offers, at the price that was agreed. */
final class Offer {

    sealed interface Answer {}

    record Agreed(Gift gift) implements Answer {}

    record Wrong(Ending ending) implements Answer {}

    private final String asked;
    private final @Nullable Long id;
    private final @Nullable Long price;

    Offer(String asked, @Nullable Long id, @Nullable Long price) {
        this.asked = asked;
        this.id = id != null ? id : number(asked);
        this.price = price;
    }

    Offer(NewSend order, @Nullable Gift known) {
        this(order.gift(), known == null ? null : known.id().value(), amount(order.agreed(known)));
    }

    private static @Nullable Long amount(@Nullable Coins price) {
        return price == null ? null : Long.valueOf(price.amount());
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    Answer on(LiveFacts facts) {
        var named = facts.offered().stream().filter(this::named).toList();
        var fits = named.stream().filter(this::priced).toList();
        if (facts.offered().isEmpty()) {
            return wrong(Reason.Code.GIFT_NOT_OFFERED, "Neither a gift list nor a gift came with this LIVE.");
        }
        if (named.isEmpty()) {
            return wrong(Reason.Code.GIFT_NOT_OFFERED, "This LIVE does not offer " + asked + ".");
        }
        if (fits.isEmpty()) {
            return wrong(
                    Reason.Code.PRICE_MOVED,
                    "At " + Coins.inWords(Objects.requireNonNull(price)) + " it is not offered here: " + listed(named));
        }
        if (fits.stream().map(offer -> offer.gift().id()).distinct().count() > 1) {
            return wrong(Reason.Code.GIFT_AMBIGUOUS, "Several gifts fit; give an id: " + listed(fits));
        }
        return new Agreed(fits.getFirst().gift());
    }

    private boolean named(OfferedGift offer) {
        return id != null
                ? offer.gift().id().value() == id
                : offer.gift().name().toLowerCase(Locale.ROOT).equals(asked.toLowerCase(Locale.ROOT));
    }

    private boolean priced(OfferedGift offer) {
        return price == null || offer.gift().price().amount() == price;
    }

    private static Wrong wrong(Reason.Code code, String sentence) {
        return new Wrong(Ending.because(code, sentence));
    }

    private static String listed(List<OfferedGift> offers) {
        return String.join(", ", offers.stream().map(Offer::line).toList());
    }

    private static String line(OfferedGift offer) {
        var gift = offer.gift();
        return gift.id().value() + " " + gift.name() + " for " + gift.price().amount();
    }

    /** What stands in the way of paying, or null. A balance that nobody read stands in nobody's way. */
    static @Nullable Ending afford(long cost, @Nullable Coins most, @Nullable BalanceReading balance) {
        if (most != null && cost > most.amount()) {
            return Ending.because(
                    Reason.Code.BUDGET_SPENT,
                    "It would cost " + Coins.inWords(cost) + ", and the order allows " + most.amount()
                            + " at most (maxCoins): ask for fewer, or allow more.");
        }
        if (balance != null && balance.coins().amount() < cost) {
            return Ending.because(
                    Reason.Code.BALANCE_SHORT,
                    "It would cost " + Coins.inWords(cost) + "; the balance is "
                            + balance.coins().amount() + ".");
        }
        return null;
    }
}
