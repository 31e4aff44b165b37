package app.cadeau.spending;

import app.cadeau.money.Coins;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The book of coins. What it writes joins the caller's transaction, so that a send and its coins move together. Names
 * of accounts, streamers and sends are as other rooms write them.
 */
@Component
public final class Ledger {

    private final LedgerRows rows;
    private final TransactionTemplate transaction;
    private final Budgets budgets;
    private final InstantSource clock;

    public Ledger(JdbcClient writes, TransactionTemplate transaction, Budgets budgets, InstantSource clock) {
        this.rows = new LedgerRows(writes);
        this.transaction = transaction;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Reserves a send's coins, or says which budget refuses; then nothing is written. A send holds once. */
    public Optional<Refusal> hold(Hold hold) {
        return Objects.requireNonNull(transaction.execute(status -> {
            rows.lock();
            var refusal = budgets.refusal(
                    hold.account(), hold.streamer(), hold.coins().amount());
            if (refusal.isEmpty() && hold.coins().amount() > 0) {
                write(
                        Entry.Kind.HELD,
                        draft(hold).move(Book.WALLET, Book.HELD, hold.coins().amount()),
                        "");
            }
            return refusal;
        }));
    }

    /** What this send has reserved and not spent; 0 before its hold and after its end. */
    public long held(String send) {
        return rows.ofSend(Book.HELD, send);
    }

    /**
     * Ends a send in the book: of what it held, {@code spent} coins are gone as gifts, {@code inDoubt} stay reserved, the rest
     * is free again.
     *
     * @param hold whose; its coins are not read
     * @param excess coins that went beyond the order: to suspense
     * @param note for a person
     */
    public void settle(Hold hold, Coins spent, Coins inDoubt, Coins excess, String note) {
        transaction.executeWithoutResult(status -> {
            var held = rows.ofSend(Book.HELD, hold.send());
            var free = held - spent.amount() - inDoubt.amount();
            if (free < 0) {
                throw new IllegalStateException("send " + hold.send() + " held " + held + " coins and cannot end with "
                        + spent.amount() + " spent and " + inDoubt.amount() + " in doubt");
            }
            write(
                    Entry.Kind.SETTLED,
                    draft(hold)
                            .move(Book.HELD, Book.SPENT, spent.amount())
                            .move(Book.HELD, Book.DOUBT, inDoubt.amount())
                            .move(Book.HELD, Book.WALLET, free)
                            .move(Book.WALLET, Book.SUSPENSE, excess.amount()),
                    note);
        });
    }

    /**
     * What was in doubt became known: so many of those coins are gone as gifts, {@code still} stay in doubt, the rest is free
     * again.
     */
    public void resolve(Hold hold, Coins spent, Coins still, String note) {
        transaction.executeWithoutResult(status -> {
            var doubt = rows.ofSend(Book.DOUBT, hold.send());
            var free = doubt - spent.amount() - still.amount();
            if (free < 0) {
                throw new IllegalStateException("of send " + hold.send() + " " + doubt + " coins are in doubt, not "
                        + spent.amount() + " and " + still.amount());
            }
            write(
                    Entry.Kind.RESOLVED,
                    draft(hold).move(Book.DOUBT, Book.SPENT, spent.amount()).move(Book.DOUBT, Book.WALLET, free),
                    note);
        });
    }

    /**
     * The wallet was read while nothing was on its way. What the book did not expect goes to suspense, or comes out of it.
     *
     * @param source how it was read, kept for a person
     */
    public void read(String account, Coins coins, String source, Instant at) {
        transaction.executeWithoutResult(status -> {
            rows.lock();
            var before = rows.reading(account);
            rows.reading(account, coins.amount(), source, at);
            var draft = new Entry.Draft(account, "", "");
            if (before == null) {
                var known = rows.balance(Book.WALLET, account) + rows.balance(Book.HELD, account);
                write(Entry.Kind.OPENED, draft.move(Book.OUTSIDE, Book.WALLET, coins.amount() - known), source);
            } else {
                var strange = strange(account, coins.amount());
                write(
                        Entry.Kind.MOVED,
                        draft.move(Book.WALLET, Book.SUSPENSE, strange),
                        moved(before, source, strange));
            }
        });
    }

    /** Coins that went without us since the book was right; negative when they came. What is in doubt explains a part. */
    private long strange(String account, long coins) {
        var least = rows.balance(Book.WALLET, account) + rows.balance(Book.HELD, account);
        var most = least + rows.balance(Book.DOUBT, account);
        return coins < least ? least - coins : coins > most ? most - coins : 0;
    }

    private static String moved(LedgerRows.Reading before, String source, long strange) {
        return source + ": " + Math.abs(strange) + (strange > 0 ? " coins went" : " coins came") + " since "
                + before.at();
    }

    private void write(Entry.Kind kind, Entry.Draft draft, String note) {
        if (!draft.isEmpty()) {
            rows.write(draft.entry(clock.instant(), kind, note));
        }
    }

    private static Entry.Draft draft(Hold hold) {
        return new Entry.Draft(hold.account(), hold.streamer(), hold.send());
    }

    public Balance balance(String account) {
        var read = rows.reading(account);
        var held = rows.balance(Book.HELD, account);
        return new Balance(
                account,
                rows.balance(Book.WALLET, account) + held,
                held,
                rows.balance(Book.DOUBT, account),
                rows.balance(Book.SUSPENSE, account),
                read == null ? null : read.at());
    }

    /** Whether the book has anything of this send; one that waits for its price, or is older than the book, has nothing. */
    public boolean knows(String send) {
        return rows.knows(send);
    }

    /** What a send did in the book: coins proved spent, and coins still held or in doubt. */
    public SendCoins ofSend(String send) {
        return rows.ofSend(send);
    }

    public record SendCoins(long spent, long held, long inDoubt) {}

    /** Reads the whole book and says where it does not tie; an empty list is the proof. */
    public List<Flaw> verify() {
        return new Proof(rows).flaws();
    }

    /** An account's day, from midnight to midnight in {@code zone}. */
    public Statement statement(String account, LocalDate day, ZoneId zone) {
        return new Statements(rows).of(account, day, zone);
    }
}
