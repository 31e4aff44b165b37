package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.Accounts;
import app.cadeau.accounts.Checkups;
import app.cadeau.accounts.SessionVault;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.Checked;
import app.cadeau.livepage.SessionChecks;
import app.cadeau.sends.Sends;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a session while its account does nothing else, and keeps what came of it. */
@Component
class AccountCheck {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    /** What a check came to. */
    enum Outcome {
        LOGGED_IN,
        LOGGED_OUT,
        CHALLENGED,
        NOT_CHECKED
    }

    record Result(Outcome outcome, String sentence) {}

    private final SessionChecks checks;
    private final Checkups checkups;
    private final Accounts accounts;
    private final SessionVault vault;
    private final Sends sends;
    private final InstantSource clock;

    AccountCheck(
            SessionChecks checks,
            Checkups checkups,
            Accounts accounts,
            SessionVault vault,
            Sends sends,
            InstantSource clock) {
        this.checks = checks;
        this.checkups = checkups;
        this.accounts = accounts;
        this.vault = vault;
        this.sends = sends;
        this.clock = clock;
    }

    Result check(Account account) {
        if (!vault.has(account.id())) {
            return not("It has no session: log in or import one.");
        }
        if (checkups.session(account.id()).isEmpty()) {
            return not("Its session does not open: log in or import one anew.");
        }
        return sends.meanwhile(account.id(), () -> looked(account))
                .orElseGet(() -> not("It is at work; try again when its send has ended."));
    }

    private static Result not(String sentence) {
        return new Result(Outcome.NOT_CHECKED, sentence);
    }

    private Result looked(Account account) {
        return switch (checks.check(account.id(), clock.instant().plus(WITHIN))) {
            case Checked.LoggedIn(var user, var balance) -> proved(account, user, balance);
            case Checked.LoggedOut(var seen) -> {
                checkups.loggedOut(account.id(), seen);
                yield new Result(Outcome.LOGGED_OUT, "It is logged out: " + seen + ".");
            }
            case Checked.Challenged(var seen) -> {
                accounts.shut(account.id(), "CHALLENGED", "The platform asks for a person: " + seen);
                yield new Result(Outcome.CHALLENGED, "The platform asks for a person: " + seen);
            }
            case Checked.NotChecked(var trouble, var seen) -> not("Nobody can say: " + seen + " (" + trouble + ").");
        };
    }

    /** Keeps a proof; a session of somebody else than it should be shuts the account. */
    Result proved(Account account, @Nullable String user, @Nullable BalanceReading balance) {
        var at = balance == null ? clock.instant() : balance.at();
        return checkups.proved(account.id(), user, balance == null ? null : balance.coins(), at)
                .map(shut -> new Result(Outcome.LOGGED_IN, shut.sentence() + " It was shut."))
                .orElseGet(() -> new Result(Outcome.LOGGED_IN, "It is logged in."));
    }
}
