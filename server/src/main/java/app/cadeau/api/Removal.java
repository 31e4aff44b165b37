package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import app.cadeau.storage.Traces;
import app.cadeau.team.Consents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Wipes an account: its session, key, history, open pages and pictures. What the books need stays, and is named. */
@Component
class Removal {

    private static final int MOST_NAMED = 20;
    private static final List<String> TABLES =
            List.of("account_sessions", "account_health", "account_history", "accounts");
    private static final String IN_COPIES = "delete from account_sessions where account = ?";

    /** What came of it. */
    sealed interface Removed {}

    /**
     * @param wiped what is gone
     * @param stays what is not, and why
     */
    record Gone(String name, List<String> wiped, List<String> stays) implements Removed {}

    record Refused(String code, String sentence) implements Removed {}

    private final Accounts accounts;
    private final Sends sends;
    private final Traces traces;
    private final Consents consents;
    private final Path home;

    Removal(Accounts accounts, Sends sends, Traces traces, Consents consents, @Value("${cadeau.home}") Path home) {
        this.accounts = accounts;
        this.sends = sends;
        this.traces = traces;
        this.consents = consents;
        this.home = home;
    }

    Removed remove(Account account) {
        var name = account.id().name();
        var refused = refusal(account.id());
        return refused != null
                ? refused
                : sends.<Removed>meanwhile(account.id(), () -> wipe(account.id()))
                        .orElseGet(() -> busy(name + " is at work"));
    }

    private static Refused busy(String why) {
        return new Refused("ACCOUNT_BUSY", "Account " + why + "; nothing was removed.");
    }

    private @org.jspecify.annotations.Nullable Refused refusal(AccountId account) {
        var atWork = Stream.of(SendState.PREPARING, SendState.SENDING, SendState.SETTLING)
                .flatMap(state -> of(account, state).stream())
                .toList();
        if (!atWork.isEmpty()) {
            return busy(account + " is sending: cadeau stop " + names(atWork) + ", and wait for its end");
        }
        var waiting = of(account, SendState.QUEUED);
        if (!waiting.isEmpty()) {
            return busy(account + " has sends that wait (" + names(waiting) + "): cadeau stop --account " + account);
        }
        var reviews = of(account, SendState.REVIEW);
        return reviews.isEmpty()
                ? null
                : new Refused(
                        "REVIEWS_FIRST",
                        "Nobody knows yet what became of " + names(reviews) + " of account " + account
                                + "; resolve first: cadeau sends resolve SEND --landed K --reason TEXT. Nothing was"
                                + " removed.");
    }

    private List<Receipt> of(AccountId account, SendState state) {
        return sends.list(new ListQuery(null, MOST_NAMED, state, account));
    }

    private static String names(List<Receipt> receipts) {
        return String.join(", ", AccountLines.ids(receipts));
    }

    private Removed wipe(AccountId account) {
        var late = refusal(account);
        if (late != null) {
            return late;
        }
        if (!accounts.remove(account)) {
            return new Refused("NOT_FOUND", "There is no account " + account + ".");
        }
        consents.forget(account.name());
        int folders = sends.forget(account);
        var left = new ArrayList<>(traces.wipe(TABLES));
        left.addAll(traces.inCopies(home, IN_COPIES, account.name()));
        left.add("its sends, receipts and coins stay in the books, under its name");
        left.add("copies that you made elsewhere hold its session, sealed; cadeau accounts rotate-key makes them"
                + " unreadable for whoever has only the new key");
        return new Gone(
                account.name(),
                List.of(
                        "its session and the session's key, in the database and in copies of it in " + home,
                        "its history and health",
                        "its open pages",
                        folders + " folders of pictures of its pages"),
                left);
    }
}
