package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.Gifts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an order: whose account, which gift. What the catalogue does not know is left to the LIVE itself. */
final class Order {

    sealed interface Read {}

    /** @param gift null when only the LIVE can tell it */
    record Readable(Account account, @Nullable Gift gift) implements Read {}

    record Refused(Reason reason, List<Gift> choices) implements Read {}

    private final Accounts accounts;
    private final Gifts gifts;

    Order(Accounts accounts, Gifts gifts) {
        this.accounts = accounts;
        this.gifts = gifts;
    }

    Read read(NewSend order) {
        return switch (readAny(order)) {
            case Refused refused -> refused;
            case Readable readable -> open(readable);
        };
    }

    private static Read open(Readable readable) {
        var shut = readable.account().shut();
        return shut == null ? readable : new Refused(shut(readable.account().id(), shut.sentence()), List.of());
    }

    /** The same, unless the order does not allow the coins that it is known to cost. */
    Read readAffordable(NewSend order) {
        var read = read(order);
        var price = read instanceof Readable(var account, var gift) ? order.agreed(gift) : null;
        if (price == null) {
            return read;
        }
        var dear = Offer.afford(price.times(order.quantity()).amount(), order.maxCoins(), null);
        return dear == null ? read : new Refused(Objects.requireNonNull(dear.reason()), List.of());
    }

    /** The same for an account that may be shut. */
    Read readAny(NewSend order) {
        var named = order.account();
        var account = named == null ? accounts.standard() : accounts.find(named);
        if (account.isEmpty()) {
            return refused(
                    Reason.Code.ACCOUNT_UNKNOWN,
                    named == null
                            ? "Say which account gives: there is none, or several and no default (cadeau accounts set NAME --default)."
                            : "There is no account " + named + ".");
        }
        return gift(order, account.get());
    }

    static Reason shut(AccountId account, String sentence) {
        return new Reason(Reason.Code.ACCOUNT_SHUT, "Account " + account + " is shut: " + sentence);
    }

    private Read gift(NewSend order, Account account) {
        return switch (gifts.find(order.gift(), order.price())) {
            case Gifts.Found(var gift) -> new Readable(account, gift);
            case Gifts.Ambiguous(var choices) ->
                new Refused(
                        new Reason(
                                Reason.Code.GIFT_AMBIGUOUS,
                                "Several gifts are called " + order.gift() + "; give an id or a price."),
                        choices);
            case Gifts.Unknown unknown -> new Readable(account, null);
        };
    }

    private static Refused refused(Reason.Code code, String sentence) {
        return new Refused(new Reason(code, sentence), List.of());
    }
}
