package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.money.Coins;
import app.cadeau.spending.Balance;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Hold;
import app.cadeau.spending.Ledger;
import app.cadeau.spending.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What a send does in the book of coins; its row and its coins move in one transaction. */
final class Books {

    /** What came of putting a send into its table. */
    sealed interface Entered {}

    record Queued() implements Entered {}

    /** Another send has this idempotency key. */
    record KeyTaken() implements Entered {}

    record Refused(Reason reason) implements Entered {}

    /** So many wait that no more may come. */
    record Full() implements Entered {}

    private final SendRows rows;
    private final WaitingRows waiting;
    private final Ledger ledger;
    private final Budgets budgets;
    private final TransactionTemplate transaction;
    private final Telling telling = new Telling();
    /** One daemon works on a database, so this makes the length of the queue exact; the book is written in turn anyway. */
    private final ReentrantLock entering = new ReentrantLock(true);

    Books(SendRows rows, WaitingRows waiting, Ledger ledger, Budgets budgets, TransactionTemplate transaction) {
        this.rows = rows;
        this.waiting = waiting;
        this.ledger = ledger;
        this.budgets = budgets;
        this.transaction = transaction;
    }

    /** Where moves of sends are told. */
    Telling telling() {
        return telling;
    }

    /**
     * Queues new sends and reserves their coins, where their price is known already; all or none.
     *
     * @param idempotencyKey of all of them; the first one's row keeps it
     * @param most may wait
     * @param beside what is written with them, and may refuse them
     */
    Entered enter(List<SendRow> all, @Nullable String idempotencyKey, int most, Supplier<Optional<Reason>> beside) {
        entering.lock();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var entered = insert(all, idempotencyKey, most, beside);
                if (entered instanceof Queued) {
                    all.forEach(row -> telling.moved(row.receipt()));
                } else {
                    status.setRollbackOnly();
                }
                return entered;
            }));
        } finally {
            entering.unlock();
        }
    }

    private Entered insert(
            List<SendRow> all, @Nullable String idempotencyKey, int most, Supplier<Optional<Reason>> beside) {
        var key = idempotencyKey;
        for (var row : all) {
            if (!rows.insert(row, key)) {
                return new KeyTaken();
            }
            key = null;
        }
        if (waiting.full(most + 1)) {
            return new Full();
        }
        return Stream.concat(Stream.of(beside), all.stream().map(row -> (Supplier<Optional<Reason>>) () -> hold(row)))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .<Entered>map(Refused::new)
                .orElseGet(Queued::new);
    }

    /** Reserves what a send may cost, if that is known and not done yet. */
    Optional<Reason> hold(SendRow row) {
        if (row.price() == null || ledger.held(row.id().text()) > 0) {
            return Optional.empty();
        }
        return ledger.hold(held(row, Math.multiplyExact(row.price(), row.quantity())))
                .map(Books::reason);
    }

    /** What the account owns by the book. */
    Balance balance(AccountId account) {
        return ledger.balance(account.name());
    }

    /** What budgets and floors say to spending so much now. */
    Optional<Reason> refusal(AccountId account, String streamer, long cost, @Nullable BalanceReading balance) {
        return budgets.refusal(account.name(), streamer, cost)
                .or(() -> floor(account, cost, balance))
                .map(Books::reason);
    }

    private Optional<Refusal> floor(AccountId account, long cost, @Nullable BalanceReading balance) {
        return balance == null ? Optional.empty() : budgets.floor(account.name(), balance.coins(), cost);
    }

    /** The same for a send whose coins are reserved already. */
    Optional<Reason> belowFloor(AccountId account, long cost, @Nullable BalanceReading balance) {
        return floor(account, cost, balance).map(Books::reason);
    }

    private static Reason reason(Refusal refusal) {
        return new Reason(Reason.Code.BUDGET_SPENT, refusal.sentence());
    }

    /** Ends a send, or settles a REVIEW; false when somebody else moved it first, and then nothing is written. */
    boolean end(SendRow row, SendState from, SendState to, SendRow.Outcome result) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.end(row.id(), from, to, result)) {
                return false;
            }
            if (from == SendState.REVIEW) {
                resolve(row, result, to);
            } else {
                settle(row, result, to);
            }
            telling.moved(row.receipt(to, result));
            return true;
        }));
    }

    /** Makes the doubt of a REVIEW smaller; false when it is not what {@code row} says any more. */
    boolean narrow(SendRow row, SendRow.Outcome result) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.narrow(row, result)) {
                return false;
            }
            resolve(row, result, SendState.REVIEW);
            return true;
        }));
    }

    private void settle(SendRow row, SendRow.Outcome result, SendState to) {
        if (to == SendState.REVIEW
                && result.confirmed() == 0
                && !ledger.knows(row.id().text())) {
            return; // cut off between its price and its hold: the book has never heard of it
        }
        // What went beyond the hold went all the same: it is told as an excess is, and the audit finds it.
        var reserved = ledger.held(row.id().text());
        var confirmed = coins(row, result.confirmed()).amount();
        var spent = Math.min(confirmed, reserved);
        var doubt = Math.min(coins(row, result.unknown()).amount(), reserved - spent);
        var beyond = coins(row, result.excess()).amount() + confirmed - spent;
        ledger.settle(held(row, 0), Coins.of(spent), Coins.of(doubt), Coins.of(beyond), to.name());
    }

    private void resolve(SendRow row, SendRow.Outcome result, SendState to) {
        // A REVIEW of the time before the book holds nothing in it.
        if (ledger.ofSend(row.id().text()).inDoubt() > 0) {
            var found = result.confirmed() - row.outcome().confirmed();
            ledger.resolve(held(row, 0), coins(row, found), coins(row, result.unknown()), to.name());
        }
    }

    /** A reading of the wallet while nothing of the account is on its way. What a badge shows may be old, and is not booked. */
    void read(AccountId account, @Nullable BalanceReading reading) {
        if (reading != null && reading.source() == BalanceReading.Source.WALLET) {
            ledger.read(account.name(), reading.coins(), "wallet call", reading.at());
        }
    }

    private static Coins coins(SendRow row, int gifts) {
        return row.price() == null ? Coins.NONE : Coins.of(row.price()).times(gifts);
    }

    private static Hold held(SendRow row, long coins) {
        return new Hold(
                row.account().name(), row.streamer().toString(), row.id().text(), Coins.of(coins));
    }
}
