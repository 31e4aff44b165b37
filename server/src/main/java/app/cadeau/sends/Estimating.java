package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.catalogue.Gift;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.money.Coins;
import app.cadeau.spending.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers at once what a send would cost, from what is known already; opens nothing and waits for nobody. */
final class Estimating {

    private final Workshop shop;
    private final Order orders;

    Estimating(Workshop shop, Order orders) {
        this.shop = shop;
        this.orders = orders;
    }

    Quoted estimate(NewSend order) {
        return switch (orders.readAny(order)) {
            case Order.Refused(var reason, var choices) -> new Quoted.Refused(reason, choices);
            case Order.Readable(var account, var gift) -> new Quoted.Known(quote(order, account, gift));
        };
    }

    private Quote quote(NewSend order, Account account, @Nullable Gift gift) {
        var seen = gift == null
                ? null
                : shop.offers().price(order.streamer(), gift.id()).orElse(null);
        var price = seen != null ? seen.coins() : gift != null ? gift.price() : order.price();
        var cost = price == null ? null : price.times(order.quantity()).amount();
        var book = shop.books().balance(account.id());
        var balance = book.readAt() == null ? null : Long.valueOf(book.coins());
        return new Quote(
                order.streamer().toString(),
                account.id().name(),
                line(order, gift, price),
                order.quantity(),
                order.cps(),
                price == null ? null : price.amount(),
                cost,
                balance,
                book.held(),
                cost == null || balance == null ? null : book.free() - cost,
                (order.quantity() - 1) / order.cps(),
                seen == null ? Quote.PriceFrom.CATALOGUE : Quote.PriceFrom.LIVE,
                seen == null ? null : seen.at(),
                List.copyOf(refusals(order, account, gift, price, cost, book)));
    }

    private static Receipt.GiftLine line(NewSend order, @Nullable Gift gift, @Nullable Coins price) {
        return gift == null
                ? new Receipt.GiftLine(null, order.gift(), null)
                : new Receipt.GiftLine(
                        gift.id().value(),
                        gift.name(),
                        Objects.requireNonNull(price).amount());
    }

    private List<Reason> refusals(
            NewSend order,
            Account account,
            @Nullable Gift gift,
            @Nullable Coins price,
            @Nullable Long cost,
            Balance book) {
        var found = new ArrayList<Reason>();
        var restored = shop.restored();
        if (restored != null) {
            found.add(restored);
        }
        var shut = account.shut();
        if (shut != null) {
            found.add(Order.shut(account.id(), shut.sentence()));
        }
        if (order.notAfter() != null && shop.clock().instant().isAfter(order.notAfter())) {
            found.add(Reason.tooLate(order.notAfter()));
        }
        if (shop.waiting().full(shop.limits().queueLength())) {
            found.add(Reason.queueFull(shop.limits().queueLength()));
        }
        if (gift != null && order.price() != null && !order.price().equals(price)) {
            found.add(new Reason(
                    Reason.Code.PRICE_MOVED,
                    "It costs " + Coins.inWords(Objects.requireNonNull(price).amount()) + " there now."));
        }
        if (cost != null) {
            found.addAll(dear(order, account.id(), cost, book));
        }
        return found;
    }

    private List<Reason> dear(NewSend order, AccountId account, long cost, Balance book) {
        var found = new ArrayList<Reason>();
        var reading = book.readAt() == null
                ? null
                : new BalanceReading(Coins.of(Math.max(0, book.free())), BalanceReading.Source.WALLET, book.readAt());
        var tooDear = Offer.afford(cost, order.maxCoins(), reading);
        if (tooDear != null && tooDear.reason() != null) {
            found.add(tooDear.reason());
        }
        shop.books()
                .refusal(account, order.streamer().toString(), cost, reading)
                .ifPresent(found::add);
        return found;
    }
}
