package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets accounts take turns: each does one thing at a time, the first of its waiting sends or somebody's look, and goes to
 * the end of the line. The table is the queue; one thread decides, and each running send has a thread of its own.
 */
final class SendQueue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SendQueue.class);

    /** However quiet it is: the clock may have jumped, or the database come back. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Something that may be done only while nothing is at work; what has begun already ends for this reason. */
    private record Break(Ending why, Runnable work) {}

    private final Workshop shop;
    private final IntSupplier lanes;
    private final Claims claims;
    private final Ahead ahead;
    private final Bell bell = new Bell();
    private final Bell ends = new Bell();
    private final Lookers lookers = new Lookers();
    private final Stopping stopping;
    private final ConcurrentMap<SendId, Sender> running = new ConcurrentHashMap<>();
    private final Orphans orphans;
    private final Set<AccountId> atWork = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> came = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> line = new LinkedHashSet<>(); // the deciding thread's alone
    private final AtomicReference<@Nullable Break> interval = new AtomicReference<>();
    private volatile boolean held;
    private volatile boolean ended;

    SendQueue(Workshop shop, IntSupplier lanes) {
        this.shop = shop;
        this.lanes = lanes;
        this.claims = new Claims(shop);
        this.ahead = new Ahead(shop);
        this.stopping = new Stopping(shop);
        shop.siblings().stopBy(this::end);
        this.orphans = new Orphans(shop, running.keySet(), atWork, this::over, () -> ended);
    }

    void start() {
        shop.pauses().load();
        orphans.expect();
        var waiting = shop.waiting().accounts();
        Thread.ofVirtual().name("send-queue").start(() -> serve(waiting));
    }

    /** Says that a send of this account was added. */
    void wake(AccountId account) {
        came.add(account);
        bell.ring();
    }

    /** Says that what waits may begin now. */
    void wake() {
        bell.ring();
    }

    private void serve(List<AccountId> waiting) {
        line.addAll(waiting);
        try {
            while (!ended) {
                bell.await(round());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        lookers.dismiss();
    }

    /** Gives work to whoever is free; returns how long nothing else has to be done unless the bell rings. */
    private Duration round() {
        if (!betweenWork()) {
            return LOOK_EVERY;
        }
        if (shop.restored() != null) {
            lookers.give(atWork::add);
            return LOOK_EVERY;
        }
        try {
            orphans.recover();
            stopping.carryOut();
            var late = claims.endLate();
            claim();
            var quiet =
                    late == null ? LOOK_EVERY : Duration.between(shop.clock().instant(), late.plusMillis(1));
            return quiet.compareTo(LOOK_EVERY) < 0 ? quiet : LOOK_EVERY;
        } catch (DataAccessException | TransactionException away) {
            orphans.expect();
            log.warn("nothing begins while the database does not answer: {}", away.getMessage());
            return LOOK_EVERY;
        } finally {
            // An account that became free since the claims has a send before its next look; the bell has rung for it.
            lookers.give(account -> !came.contains(account) && atWork.add(account));
        }
    }

    /** Does what may be done only while nothing is at work; false when that has to be waited for. */
    private boolean betweenWork() {
        var wanted = interval.get();
        if (wanted != null && atWork.isEmpty()) {
            wanted.work.run();
            interval.compareAndSet(wanted, null);
        }
        return interval.get() == null;
    }

    private void claim() {
        for (var account : came) {
            came.remove(account);
            line.add(account);
        }
        for (var account : List.copyOf(line)) {
            if (begins() && running.size() < lanes.getAsInt() && mayBegin(account) && atWork.add(account)) {
                claim(account);
            }
        }
        if (begins() && running.size() >= lanes.getAsInt()) {
            ahead.prepare(List.copyOf(line), account -> mayBegin(account) && !atWork.contains(account));
        }
    }

    private boolean begins() {
        return !held && !ended && interval.get() == null;
    }

    private boolean mayBegin(AccountId account) {
        return !shop.pauses().holds(account) && !lookers.comesFirst(account);
    }

    private void claim(AccountId account) {
        var begun = false;
        try {
            var claimed = claims.next(account);
            line.remove(account);
            switch (claimed) {
                case Claims.Nothing() -> {}
                case Claims.Refused() -> wake(account);
                case Claims.Ready(var sender) -> {
                    line.add(account);
                    begin(sender);
                    begun = true;
                }
            }
        } finally {
            if (!begun) {
                atWork.remove(account);
            }
        }
    }

    private void begin(Sender sender) {
        running.put(sender.id(), sender);
        lookers.sent(sender.account().id());
        if (stopping.means(sender)) {
            sender.stop(Ending.BY_MEMBER);
        }
        if (ended) {
            sender.stop(Ending.BY_DAEMON);
        }
        var pausing = interval.get(); // set since the claim, by one who has not seen this sender running
        if (pausing != null) {
            sender.stop(pausing.why);
        }
        Thread.ofVirtual().name("send-" + sender.id()).start(() -> carry(sender));
    }

    private void carry(Sender sender) {
        try (var about = MDC.putCloseable("send", sender.id().text())) {
            orphans.carry(sender);
            ends.ring();
            LateEvidence.hear(sender.late(), this::wanted);
        } finally {
            over(sender.account().id());
        }
    }

    /** Whether an account, whose turn it is, has something else to do than to listen on. */
    private boolean wanted(AccountId account) {
        return !begins()
                || lookers.waitFor(account)
                || mayBegin(account) && shop.waiting().next(account).isPresent();
    }

    /** The account is free again, and stands in the line in case that sends of it wait. */
    private void over(AccountId account) {
        atWork.remove(account);
        wake(account);
    }

    /** Waits for the account and holds it; null when its work took longer than anyone who only looks may wait. */
    @Nullable
    AccountTurn look(AccountId account) {
        var turn = new AccountTurn(account, this::over);
        if (ended || !lookers.add(turn)) {
            return null;
        }
        bell.ring();
        if (turn.await(shop.limits().lookWithin())) {
            return turn;
        }
        lookers.remove(turn);
        bell.ring();
        return null;
    }

    Stopped stop(StopOrder order) {
        var stopped = stopping.stop(order, running());
        bell.ring();
        return stopped;
    }

    Machine machine() {
        return new Machine(
                lanes.getAsInt(),
                running.size(),
                1 / shop.headroom().stretch(shop.clock().instant()));
    }

    Optional<Sender> running(SendId id) {
        return Optional.ofNullable(running.get(id));
    }

    List<Sender> running() {
        return List.copyOf(running.values());
    }

    private void end(AccountId account, Ending why) {
        running().stream()
                .filter(sender -> sender.account().id().equals(account))
                .forEach(sender -> sender.stop(why));
    }

    /** Whether nothing is left to find out of sends that were cut off. */
    boolean reconciled() {
        return orphans.none();
    }

    void resume(Optional<AccountId> account) {
        shop.pauses().resume(account);
        bell.ring();
    }

    /** Ends what runs, and begins nothing until all that is at work has ended and this was done. */
    void pauseFor(Ending why, Runnable work) {
        interval.set(new Break(why, work));
        Halt.all(running(), why);
        bell.ring();
    }

    void hold() {
        held = true;
    }

    boolean held() {
        return held;
    }

    /** Waits until nothing runs, or the time is over. */
    void awaitIdle(Duration most) {
        var end = System.nanoTime() + most.toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() < end) {
                ends.await(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins nothing more. Running sends are stopped by whoever closes. */
    @Override
    public void close() {
        ended = true;
        bell.ring();
    }
}
