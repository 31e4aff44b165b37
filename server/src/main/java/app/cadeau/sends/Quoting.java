package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.catalogue.Gift;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.Opening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what a send would cost by looking at the LIVE, while the account does nothing else. */
final class Quoting {

    private final Workshop shop;
    private final Order orders;
    private final SendQueue queue;

    Quoting(Workshop shop, Order orders, SendQueue queue) {
        this.shop = shop;
        this.orders = orders;
        this.queue = queue;
    }

    Quoted quote(NewSend order) {
        var restored = shop.restored();
        if (restored != null) {
            return new Quoted.Refused(restored, List.of());
        }
        return switch (orders.read(order)) {
            case Order.Refused(var reason, var choices) -> new Quoted.Refused(reason, choices);
            case Order.Readable(var account, var gift) -> new Quoted.Known(look(order, account, gift));
        };
    }

    private Quote look(NewSend order, Account account, @Nullable Gift gift) {
        try (var turn = queue.look(account.id())) {
            return turn == null
                    ? quote(order, account, gift, null, unseen(order, account, gift))
                    : opened(order, account, gift);
        }
    }

    private Quote opened(NewSend order, Account account, @Nullable Gift gift) {
        return switch (shop.open(account, order.streamer())) {
            case Opening.NotOpened(var trouble, var seen, var kept) ->
                quote(order, account, gift, null, reasons(Ending.of(trouble, seen)));
            case Opening.Opened(var page) -> {
                try (page) {
                    yield onAir(order, account, gift, page.facts());
                }
            }
        };
    }

    /** What can be told while the account is busy, without a look at the LIVE. */
    static List<Reason> unseen(NewSend order, Account account, @Nullable Gift gift) {
        var known = new ArrayList<Reason>();
        known.add(Reason.busy(account.id()));
        if (gift == null) {
            known.add(new Reason(
                    Reason.Code.GIFT_NOT_OFFERED,
                    "The catalogue knows no gift " + order.gift()
                            + (order.price() == null
                                    ? ""
                                    : " of price " + order.price().amount())
                            + "; whether this LIVE offers it shows only when the account is free."));
        } else {
            var dear = Offer.afford(gift.price().times(order.quantity()).amount(), order.maxCoins(), null);
            if (dear != null) {
                known.addAll(reasons(dear));
            }
        }
        return known;
    }

    private Quote onAir(NewSend order, Account account, @Nullable Gift gift, LiveFacts facts) {
        shop.learn(order.streamer(), facts);
        var offer = new Offer(order, gift).on(facts);
        return switch (offer) {
            case Offer.Wrong(var why) -> quote(order, account, gift, facts, reasons(why));
            case Offer.Agreed(var agreed) -> {
                var refusals = new ArrayList<Reason>();
                var dear = Offer.afford(
                        agreed.price().times(order.quantity()).amount(), order.maxCoins(), facts.balance());
                if (dear != null) {
                    refusals.addAll(reasons(dear));
                }
                var cost = agreed.price().times(order.quantity()).amount();
                shop.books()
                        .refusal(account.id(), order.streamer().toString(), cost, facts.balance())
                        .ifPresent(refusals::add);
                yield quote(order, account, agreed, facts, refusals);
            }
        };
    }

    private static List<Reason> reasons(Ending ending) {
        return ending.reason() == null ? List.of() : List.of(ending.reason());
    }

    private Quote quote(
            NewSend order, Account account, @Nullable Gift gift, @Nullable LiveFacts facts, List<Reason> refusals) {
        var cost = gift == null ? null : gift.price().times(order.quantity()).amount();
        var balance = facts == null || facts.balance() == null
                ? null
                : facts.balance().coins().amount();
        var line = gift == null
                ? new Receipt.GiftLine(null, order.gift(), null)
                : new Receipt.GiftLine(
                        gift.id().value(), gift.name(), gift.price().amount());
        return new Quote(
                order.streamer().toString(),
                account.id().name(),
                line,
                order.quantity(),
                order.cps(),
                line.coins(),
                cost,
                balance,
                null,
                cost == null || balance == null ? null : balance - cost,
                (order.quantity() - 1) / order.cps(),
                facts == null ? Quote.PriceFrom.CATALOGUE : Quote.PriceFrom.LIVE,
                facts == null ? null : shop.clock().instant(),
                List.copyOf(refusals));
    }
}
