package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends that the table has at work and nobody carries: a crash left them, their sender broke off, or the database took a
 * claim and its answer was lost. Each is reconciled in its account's turn; nothing is pressed.
 */
final class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final Reason BROKE_OFF =
            new Reason(Reason.Code.BROWSER_LOST, "It broke off before anything was pressed; the log says why.");

    private final Workshop shop;
    private final Recovery recovery;
    private final Set<SendId> running;
    private final Set<AccountId> atWork;
    private final Consumer<AccountId> over;
    private final BooleanSupplier ended;
    private final Set<SendId> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean expected;

    /**
     * @param atWork accounts whose turn it is; one is added for each send in hand
     * @param over gives an account's turn back
     * @param ended whether the daemon ends
     */
    Orphans(
            Workshop shop,
            Set<SendId> running,
            Set<AccountId> atWork,
            Consumer<AccountId> over,
            BooleanSupplier ended) {
        this.shop = shop;
        this.recovery = new Recovery(shop);
        this.running = running;
        this.atWork = atWork;
        this.over = over;
        this.ended = ended;
    }

    /** Something went wrong that may have left one, and whoever carried it does so no more. */
    void expect() {
        expected = true;
    }

    boolean none() {
        return !expected && inHand.isEmpty();
    }

    /** Looked for only when one is expected, by the thread that begins sends. */
    void recover() {
        if (!expected) {
            return;
        }
        expected = false;
        try {
            shop.rows().inStates(Recovery.AT_WORK).stream()
                    .filter(row -> !running.contains(row.id()) && !inHand.contains(row.id()))
                    .filter(recovery::takeUp)
                    .forEach(this::reconcile);
        } catch (RuntimeException failed) {
            expected = true;
            throw failed;
        }
    }

    private void reconcile(SendRow row) {
        if (!atWork.add(row.account())) {
            expected = true; // whoever has the account's turn gives it back and looks again
            return;
        }
        inHand.add(row.id());
        Thread.ofVirtual().name("reconcile-" + row.id()).start(() -> reconcile(row.id(), row.account()));
    }

    private void reconcile(SendId id, AccountId account) {
        try (var about = MDC.putCloseable("send", id.text())) {
            new Reconciling(shop, ended).reconcile(id);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.error("send {} could not be reconciled; it is tried again", id, failed);
            expected = true;
        } finally {
            inHand.remove(id);
            over.accept(account);
        }
    }

    /** Carries a send to its end; what breaks it off on the way leaves an orphan. */
    void carry(Sender sender) {
        var whole = false;
        try {
            sender.run();
            whole = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException away) {
            log.error("send {} lost its database; what it had armed is reviewed", sender.id(), away);
        } catch (RuntimeException failed) {
            brokeOff(sender, failed);
        } finally {
            running.remove(sender.id());
            if (!whole) {
                expect();
            }
        }
    }

    /** Of a sender that failed for a reason of its own: begun again it would fail again, so it ends. */
    private void brokeOff(Sender sender, RuntimeException failed) {
        log.error("send {} broke off; what it had armed is reviewed", sender.id(), failed);
        var row = shop.rows().find(sender.id()).orElseThrow();
        if (row.state() == SendState.PREPARING && row.armed() == 0) {
            var outcome = row.outcome().refused(BROKE_OFF, shop.clock().instant());
            shop.books().end(row, SendState.PREPARING, SendState.REFUSED, outcome);
        }
    }
}
