package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.catalogue.Gifts;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.livepage.Opening;
import org.jspecify.annotations.Nullable;

/** Looks at a LIVE while its account does nothing else, and tells the catalogue what it offers. Presses nothing. */
final class Looking {

    private final Workshop shop;
    private final Gifts gifts;
    private final SendQueue queue;

    Looking(Workshop shop, Gifts gifts, SendQueue queue) {
        this.shop = shop;
        this.gifts = gifts;
        this.queue = queue;
    }

    Looked at(StreamerName streamer, @Nullable AccountId named) {
        var account =
                named == null ? shop.accounts().standard() : shop.accounts().find(named);
        if (account.isEmpty()) {
            return notSeen(
                    Reason.Code.ACCOUNT_UNKNOWN,
                    named == null ? "Say which account looks." : "There is no account " + named + ".");
        }
        var shut = account.get().shut();
        if (shut != null) {
            return notSeen(Reason.Code.ACCOUNT_SHUT, "Account " + account.get().id() + " is shut: " + shut.sentence());
        }
        if (queue.running().stream()
                .anyMatch(sender -> sender.account().id().equals(account.get().id()))) {
            return notSeen(
                    Reason.Code.ACCOUNT_BUSY, "Account " + account.get().id() + " is sending; ask again after it.");
        }
        return open(account.get(), streamer);
    }

    private Looked open(Account account, StreamerName streamer) {
        return switch (shop.pages()
                .open(account, streamer, shop.in(shop.limits().prepareWithin()))) {
            case Opening.NotOpened(var trouble, var seen) ->
                notSeen(Reason.Code.valueOf(trouble.name()), streamer + ": " + seen + ".");
            case Opening.Opened(var page) -> {
                try (page) {
                    yield seen(account, page.facts());
                }
            }
        };
    }

    private Looked seen(Account account, LiveFacts facts) {
        gifts.learned(facts.offered().stream().map(OfferedGift::gift).toList());
        return new Looked.OnAir(account.id(), facts);
    }

    private static Looked notSeen(Reason.Code code, String sentence) {
        return new Looked.NotSeen(new Reason(code, sentence));
    }
}
