package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes waiting sends in the order in which they were asked for, each account doing one thing at a time, and gives each
 * running one a virtual thread. The table is the queue; this only wakes up and looks.
 */
final class SendQueue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SendQueue.class);

    private final Workshop shop;
    private final int lanes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<SendId, Sender> running = new LinkedHashMap<>();
    private final Set<AccountId> pausedAccounts = new HashSet<>();
    private volatile boolean held;
    private boolean paused;
    private boolean ended;
    private boolean look = true;

    SendQueue(Workshop shop, int lanes) {
        this.shop = shop;
        this.lanes = lanes;
    }

    void start() {
        Thread.ofVirtual().name("send-queue").start(this::serve);
    }

    /** Says that a send was added. */
    void wake() {
        lock.lock();
        try {
            look = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        lock.lock();
        try {
            while (!ended) {
                if (!look) {
                    changed.await();
                }
                look = false;
                claim();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void claim() {
        if (held || paused || ended || shop.restored() != null) {
            return;
        }
        for (var row : shop.rows().inStates(EnumSet.of(SendState.QUEUED))) {
            if (running.size() < lanes && !busy(row.account()) && !pausedAccounts.contains(row.account())) {
                begin(row);
            }
        }
    }

    private boolean busy(AccountId account) {
        return running.values().stream()
                .anyMatch(sender -> sender.account().id().equals(account));
    }

    private void begin(SendRow row) {
        var account = shop.accounts().find(row.account());
        if (account.isEmpty()) {
            refuse(row, new Reason(Reason.Code.ACCOUNT_UNKNOWN, "There is no account " + row.account() + " any more."));
        } else if (account.get().shut() != null) {
            refuse(
                    row,
                    new Reason(Reason.Code.ACCOUNT_SHUT, account.get().shut().sentence()));
        } else if (row.notAfter() != null && shop.clock().instant().isAfter(row.notAfter())) {
            refuse(row, new Reason(Reason.Code.TOO_LATE, "Its latest time, " + row.notAfter() + ", has passed."));
        } else if (shop.rows().move(row.id(), SendState.QUEUED, SendState.PREPARING)) {
            var sender = new Sender(row, account.get(), shop);
            running.put(row.id(), sender);
            Thread.ofVirtual().name("send-" + row.id()).start(() -> carry(sender));
        }
    }

    private void refuse(SendRow row, Reason why) {
        shop.books()
                .end(
                        row,
                        SendState.QUEUED,
                        SendState.REFUSED,
                        row.outcome().refused(why, shop.clock().instant()));
    }

    private void carry(Sender sender) {
        try {
            sender.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.error("send {} broke off; what it had armed is reviewed", sender.id(), failed);
            new Recovery(shop).recover(sender.id());
        } finally {
            done(sender);
        }
    }

    private void done(Sender sender) {
        lock.lock();
        try {
            running.remove(sender.id());
            look = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<Sender> running(SendId id) {
        return running().stream().filter(sender -> sender.id().equals(id)).findFirst();
    }

    List<Sender> running() {
        lock.lock();
        try {
            return List.copyOf(running.values());
        } finally {
            lock.unlock();
        }
    }

    void pause(Optional<AccountId> account, boolean hold) {
        lock.lock();
        try {
            if (account.isEmpty()) {
                paused = hold;
            } else if (hold) {
                pausedAccounts.add(account.get());
            } else {
                pausedAccounts.remove(account.get());
            }
            look = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void hold() {
        held = true;
    }

    boolean held() {
        return held;
    }

    List<AccountId> pausedAccounts() {
        lock.lock();
        try {
            return pausedAccounts.stream()
                    .sorted(Comparator.comparing(AccountId::name))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    boolean paused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing runs, or the time is over. */
    boolean awaitIdle(Duration most) {
        lock.lock();
        try {
            var left = most.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return running.isEmpty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Begins nothing more. Running sends are stopped by whoever closes. */
    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
