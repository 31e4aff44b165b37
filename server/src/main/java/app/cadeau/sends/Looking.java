package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.ProbeRow;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at a LIVE while its account does nothing else, and tells the catalogue what it offers. Presses nothing. */
final class Looking {

    /** Looking through the whole panel takes its time, and so does trying out what a send needs. */
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(10);

    private final Workshop shop;
    private final SendQueue queue;

    Looking(Workshop shop, SendQueue queue) {
        this.shop = shop;
        this.queue = queue;
    }

    Looked at(StreamerName streamer, @Nullable AccountId named) {
        return open(streamer, named, this::offers, Looked.NotSeen::new);
    }

    List<ProbeRow> probe(StreamerName streamer, @Nullable AccountId named) {
        return open(
                streamer,
                named,
                (account, page) -> page.probe(shop.in(LOOK_WITHIN)),
                reason -> List.of(new ProbeRow("LIVE", false, reason.sentence() + " (" + reason.code() + ")")));
    }

    private <T> T open(
            StreamerName streamer,
            @Nullable AccountId named,
            BiFunction<Account, LivePage, T> seen,
            Function<Reason, T> notSeen) {
        var account =
                named == null ? shop.accounts().standard() : shop.accounts().find(named);
        var why = account.isEmpty() ? nobody(named) : hindrance(account.get());
        if (why != null) {
            return notSeen.apply(why);
        }
        return switch (shop.open(account.orElseThrow(), streamer)) {
            case Opening.NotOpened(var trouble, var there, var kept) ->
                notSeen.apply(new Reason(Reason.Code.valueOf(trouble.name()), streamer + ": " + there + "."));
            case Opening.Opened(var page) -> {
                try (page) {
                    shop.learn(page.facts());
                    yield seen.apply(account.orElseThrow(), page);
                }
            }
        };
    }

    private static Reason nobody(@Nullable AccountId named) {
        return new Reason(
                Reason.Code.ACCOUNT_UNKNOWN,
                named == null ? "Say which account looks." : "There is no account " + named + ".");
    }

    private @Nullable Reason hindrance(Account account) {
        var shut = account.shut();
        if (shut != null) {
            return new Reason(Reason.Code.ACCOUNT_SHUT, "Account " + account.id() + " is shut: " + shut.sentence());
        }
        var busy = queue.running().stream()
                .anyMatch(sender -> sender.account().id().equals(account.id()));
        return busy
                ? new Reason(Reason.Code.ACCOUNT_BUSY, "Account " + account.id() + " is sending; ask again after it.")
                : null;
    }

    private Looked offers(Account account, LivePage page) {
        var facts = page.facts();
        var all = page.offeredAll(shop.in(LOOK_WITHIN));
        return new Looked.OnAir(
                account.id(), new LiveFacts(facts.roomId(), facts.hostId(), facts.ownUserId(), all, facts.balance()));
    }
}
