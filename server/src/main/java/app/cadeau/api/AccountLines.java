package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.Accounts;
import app.cadeau.accounts.Checkups;
import app.cadeau.accounts.Health;
import app.cadeau.accounts.Seen;
import app.cadeau.accounts.SessionFacts;
import app.cadeau.accounts.SessionVault;
import app.cadeau.money.Coins;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of an account: what it is, how it is, and what a person does about it. Nothing of its session's inside. */
@Component
class AccountLines {

    private static final int MOST_REVIEWS = 200;

    /** @param shut why it takes no work, or null; {@code owner} is the member who attested that it is theirs */
    record Line(
            String name,
            boolean usedAlone,
            boolean standard,
            boolean session,
            @Nullable Shut shut,
            long exposureCap,
            HealthLine health,
            String owner) {}

    record Shut(String code, String sentence) {}

    /**
     * @param loggedIn as last seen; null when nobody has looked
     * @param expiresAt when its session seems to expire
     * @param coins of the wallet as it was last read, at {@code coinsAt}
     * @param provedAt when it was last proved to be logged in
     * @param savedAt when its session was last saved
     */
    record HealthLine(
            Health.State state,
            String sentence,
            List<String> todo,
            @Nullable Boolean loggedIn,
            @Nullable String userId,
            @Nullable Integer cookies,
            @Nullable Instant expiresAt,
            @Nullable Long coins,
            @Nullable Instant coinsAt,
            @Nullable Instant seenAt,
            @Nullable Instant provedAt,
            @Nullable Instant savedAt) {}

    private final Accounts accounts;
    private final SessionVault vault;
    private final Checkups checkups;
    private final Sends sends;

    AccountLines(Accounts accounts, SessionVault vault, Checkups checkups, Sends sends) {
        this.accounts = accounts;
        this.vault = vault;
        this.checkups = checkups;
        this.sends = sends;
    }

    Line of(Account account) {
        var shut = account.shut();
        return new Line(
                account.id().name(),
                account.usedAlone(),
                accounts.standard()
                        .filter(chosen -> chosen.id().equals(account.id()))
                        .isPresent(),
                vault.has(account.id()),
                shut == null ? null : new Shut(shut.code(), shut.sentence()),
                account.exposureCap().amount(),
                health(account),
                account.owner());
    }

    private HealthLine health(Account account) {
        var seen = checkups.seen(account.id()).orElse(null);
        var session = checkups.session(account.id()).orElse(null);
        return line(
                checkups.health(account, account.open() ? List.of() : ids(doubts(account))),
                seen,
                session,
                vault.savedAt(account.id()).orElse(null));
    }

    private static HealthLine line(
            Health health, @Nullable Seen seen, @Nullable SessionFacts session, @Nullable Instant savedAt) {
        var looked = seen != null && (seen.provedAt() != null || !seen.loggedIn()) ? seen : null;
        return new HealthLine(
                health.state(),
                health.sentence(),
                health.todo(),
                looked == null ? null : Boolean.valueOf(looked.loggedIn()),
                seen == null ? null : seen.userId(),
                session == null ? null : session.cookies(),
                session == null ? null : session.expiresAt(),
                seen == null ? null : amount(seen.coins()),
                seen == null ? null : seen.coinsAt(),
                looked == null ? null : looked.at(),
                seen == null ? null : seen.provedAt(),
                savedAt);
    }

    private static @Nullable Long amount(@Nullable Coins coins) {
        return coins == null ? null : coins.amount();
    }

    /** Sends in REVIEW that must be resolved before the account may work again; none while their coins are under its cap. */
    List<Receipt> doubts(Account account) {
        var reviews = sends.list(new ListQuery(null, MOST_REVIEWS, SendState.REVIEW, account.id()));
        return coins(reviews) < account.exposureCap().amount() ? List.of() : reviews;
    }

    static long coins(List<Receipt> reviews) {
        return reviews.stream().mapToLong(Receipt::coinsInDoubt).sum();
    }

    static List<String> ids(List<Receipt> sends) {
        return sends.stream().map(receipt -> receipt.id().text()).toList();
    }
}
