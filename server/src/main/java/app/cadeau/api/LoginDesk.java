package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.livepage.LogIn;
import app.cadeau.livepage.LogIns;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one window at a time in which a person logs in, and what came of the last one. */
@Component
class LoginDesk {

    private static final Logger log = LoggerFactory.getLogger(LoginDesk.class);

    /** Where a log-in is. */
    enum State {
        WAITING,
        LOGGED_IN,
        FAILED
    }

    /** @param until when the window closes if nobody has logged in */
    record Line(String account, State state, String sentence, Instant until) {}

    private final LogIns logIns;
    private final Accounts accounts;
    private final AccountCheck checks;
    private final InstantSource clock;
    private @Nullable Line last;
    private volatile boolean givenUp;

    LoginDesk(LogIns logIns, Accounts accounts, AccountCheck checks, InstantSource clock) {
        this.logIns = logIns;
        this.accounts = accounts;
        this.checks = checks;
        this.clock = clock;
    }

    boolean possible() {
        return logIns.possible();
    }

    /** What a person does where there is no screen. */
    String elsewhere(AccountId account) {
        return "There is no screen here for a window. On a desktop run `npx playwright open --save-storage=state.json "
                + logIns.address() + "`, log in there, close the window, and bring the file: cadeau accounts import "
                + account + " --state state.json; then delete it, it is as good as a password.";
    }

    /** Opens the window; nothing when one is open already. {@code owner} is whose a new account is. */
    synchronized Optional<Line> begin(AccountId account, Duration within, String owner) {
        if (last != null && last.state() == State.WAITING) {
            return Optional.empty();
        }
        var until = clock.instant().plus(within).truncatedTo(ChronoUnit.SECONDS);
        var line = new Line(account.name(), State.WAITING, "A window is open: log in there by hand.", until);
        last = line;
        givenUp = false;
        Thread.ofVirtual().name("log-in-" + account).start(() -> end(line, wait(account, until, owner)));
        return Optional.of(line);
    }

    private Line wait(AccountId account, Instant until, String owner) {
        try {
            return switch (logIns.await(account, until, () -> givenUp)) {
                case LogIn.Done done -> keep(account, done, until, owner);
                case LogIn.NotDone(var trouble, var seen) -> failed(account, seen, until);
            };
        } catch (RuntimeException broken) {
            log.error("the log-in of {} broke off", account, broken);
            return failed(account, "it broke off; the log tells more", until);
        }
    }

    private Line keep(AccountId account, LogIn.Done done, Instant until, String owner) {
        return switch (accounts.importSession(account, done.storageState(), owner)) {
            case Accounts.SessionKept(var kept) ->
                new Line(
                        account.name(),
                        State.LOGGED_IN,
                        checks.proved(kept, done.userId(), done.balance()).sentence()
                                + " Its session is sealed and kept.",
                        until);
            case Accounts.Unreadable(var why) -> failed(account, why, until);
        };
    }

    private static Line failed(AccountId account, String why, Instant until) {
        return new Line(account.name(), State.FAILED, "Nobody is logged in: " + why + ".", until);
    }

    private synchronized void end(Line begun, Line ended) {
        if (last == begun) {
            last = ended;
        }
    }

    synchronized Optional<Line> of(AccountId account) {
        return Optional.ofNullable(last).filter(line -> line.account().equals(account.name()));
    }

    void giveUp() {
        givenUp = true;
    }

    @PreDestroy
    void close() {
        giveUp();
    }
}
