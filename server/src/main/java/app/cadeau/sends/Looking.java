package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Keepsake;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.ProbeRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return open(
                shop.pages(),
                streamer,
                named,
                this::hindrance,
                this::offers,
                (reason, kept) -> new Looked.NotSeen(reason));
    }

    Probed probe(StreamerName streamer, @Nullable AccountId named, List<String> designs, Filing filing) {
        var pages = designs.isEmpty() ? shop.pages() : shop.pages().reading(designs);
        filing.about("streamer", streamer.toString());
        return open(
                pages,
                streamer,
                named,
                account -> null,
                (account, page) -> probed(account, page, filing),
                (reason, kept) -> notOpened(reason, kept, filing));
    }

    private Probed probed(Account account, LivePage page, Filing filing) {
        var rows = page.probe(shop.in(LOOK_WITHIN));
        var missing = Probed.wanting(rows);
        String folder = null;
        if (!missing.isEmpty()) {
            filing.about("missing", missing).look(page);
            folder = written(filing, new Reason(Reason.Code.PAGE_CHANGED, "Missing: " + missing));
        }
        return new Probed(Stream.concat(shutRow(account), rows.stream()).toList(), folder);
    }

    /** Looking spends nothing, so a shut account may look; but no send of it can run. */
    private static Stream<ProbeRow> shutRow(Account account) {
        var shut = account.shut();
        return shut == null
                ? Stream.empty()
                : Stream.of(new ProbeRow(
                        "account",
                        false,
                        true,
                        account.id() + " is shut: " + shut.sentence() + " (" + shut.code() + ")",
                        List.of(),
                        "it may look, but not send: cadeau accounts clear " + account.id() + " --reason TEXT"));
    }

    private Probed notOpened(Reason reason, @Nullable Keepsake kept, Filing filing) {
        var rows = new ArrayList<ProbeRow>();
        rows.add(new ProbeRow("LIVE", false, reason.sentence() + " (" + reason.code() + ")"));
        if (kept == null) {
            return new Probed(rows, null);
        }
        rows.addAll(kept.rows());
        filing.found(kept);
        return new Probed(rows, written(filing, reason));
    }

    private @Nullable String written(Filing filing, Reason reason) {
        filing.write(reason);
        return shop.evidence().told(filing.name());
    }

    private <T> T open(
            LivePages pages,
            StreamerName streamer,
            @Nullable AccountId named,
            Function<Account, @Nullable Reason> hindered,
            BiFunction<Account, LivePage, T> seen,
            BiFunction<Reason, @Nullable Keepsake, T> notSeen) {
        var account =
                named == null ? shop.accounts().standard() : shop.accounts().find(named);
        var why = account.isEmpty() ? nobody(named) : hindered.apply(account.get());
        if (why != null) {
            return notSeen.apply(why, null);
        }
        try (var turn = queue.look(account.orElseThrow().id())) {
            return turn == null
                    ? notSeen.apply(Reason.busy(account.orElseThrow().id()), null)
                    : opened(pages, streamer, account.orElseThrow(), seen, notSeen);
        }
    }

    private <T> T opened(
            LivePages pages,
            StreamerName streamer,
            Account account,
            BiFunction<Account, LivePage, T> seen,
            BiFunction<Reason, @Nullable Keepsake, T> notSeen) {
        return switch (pages.open(account, streamer, shop.in(shop.limits().prepareWithin()))) {
            case Opening.NotOpened(var trouble, var there, var kept) ->
                notSeen.apply(new Reason(Ending.code(trouble), streamer + ": " + there + "."), kept);
            case Opening.Opened(var page) -> {
                try (page) {
                    shop.learn(streamer, page.facts());
                    yield seen.apply(account, page);
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
        var restored = shop.restored();
        if (restored != null) {
            return restored;
        }
        var shut = account.shut();
        return shut == null
                ? null
                : new Reason(Reason.Code.ACCOUNT_SHUT, "Account " + account.id() + " is shut: " + shut.sentence());
    }

    private Looked offers(Account account, LivePage page) {
        var facts = page.facts();
        var all = page.offeredAll(shop.in(LOOK_WITHIN));
        return new Looked.OnAir(
                account.id(), new LiveFacts(facts.roomId(), facts.hostId(), facts.ownUserId(), all, facts.balance()));
    }
}
