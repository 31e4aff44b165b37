package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.catalogue.Gifts;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.livepage.Opening;
import app.cadeau.money.Coins;
import app.cadeau.storage.Generation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What every sender works with. */
record Workshop(
        LivePages pages,
        Accounts accounts,
        Gifts gifts,
        OffersSeen offers,
        SendRows rows,
        WaitingRows waiting,
        Pauses pauses,
        Books books,
        Journal journal,
        TransactionTemplate transaction,
        GroupMemory groups,
        Siblings siblings,
        Headroom headroom,
        EvidenceFolders evidence,
        Generation generation,
        Patience patience,
        InstantSource clock,
        SendsConfig limits) {

    /** Sends in REVIEW that a sentence names. */
    private static final int MOST_NAMED = 5;

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Opens the LIVE for its account, in the time that a send has for it. */
    Opening open(Account account, StreamerName streamer) {
        return new Knocking(this, () -> false).open(account, streamer, in(limits.prepareWithin()));
    }

    /** Why nothing may be sent until a person has looked at the whole database; null when it is the newest one. */
    @Nullable
    Reason restored() {
        return generation
                .restored()
                .map(found -> new Reason(Reason.Code.RESTORED, found.sentence()))
                .orElse(null);
    }

    /** On a real site few accounts support one streamer; asked when a send of one more is in its table already. */
    Optional<Reason> tooMany(StreamerName streamer) {
        var since = clock.instant().minus(limits.supportersCountedFor());
        return pages.onThisMachine() || rows.supporters(streamer, since) <= limits.mostSupporters()
                ? Optional.empty()
                : Optional.of(Reason.tooManySupporters(streamer, limits));
    }

    /** What a LIVE offers corrects the catalogue. */
    void learn(StreamerName streamer, LiveFacts facts) {
        offers.learn(streamer, facts, clock.instant());
        gifts.learned(facts.offered().stream().map(OfferedGift::gift).toList());
    }

    void shut(Account account, Reason why) {
        shut(account.id(), why);
    }

    void shut(AccountId account, Reason why) {
        accounts.shut(account, why.code().name(), why.sentence());
        shutSiblings(account, why);
    }

    /** At once, while what the account itself had on its way is still settled. */
    void shutSiblings(AccountId account, @Nullable Reason why) {
        if (why != null && !pages.onThisMachine()) {
            siblings.shutWith(account, why, accounts);
        }
    }

    /** Shuts the account after a risk answer, a changed page, an excess, or too many coins in doubt. */
    void shutWhereDue(Account account, @Nullable Reason because, Verdict verdict) {
        if (because != null) {
            shut(account, because);
        } else if (verdict.excess() > 0) {
            shut(account, Reason.excess(verdict.excess()));
        } else if (verdict.unknown() > 0) {
            shutOverDoubts(account);
        }
    }

    void shutOverDoubts(Account account) {
        var doubt = rows.inDoubt(account.id());
        if (doubt >= account.exposureCap().amount()) {
            shut(
                    account,
                    new Reason(
                            Reason.Code.NOT_PROVED,
                            Coins.inWords(doubt) + (doubt == 1 ? " is" : " are") + " in doubt, and "
                                    + account.exposureCap().amount()
                                    + " are allowed: resolve the sends in REVIEW first, " + reviews(account.id())
                                    + "."));
        }
    }

    private String reviews(AccountId account) {
        var ids = rows.page(new ListQuery(null, MOST_NAMED + 1, SendState.REVIEW, account)).stream()
                .map(row -> row.id().text())
                .toList();
        var named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return ids.size() > MOST_NAMED ? named + " and older ones" : named;
    }
}
