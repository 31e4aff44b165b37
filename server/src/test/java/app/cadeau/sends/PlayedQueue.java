package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The real queue over a real database; every LIVE is off air, and opening one takes until the test lets it go. */
final class PlayedQueue implements LivePages, InstantSource, AutoCloseable {

    static final AccountId A = new AccountId("a");
    static final AccountId B = new AccountId("b");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Database database;
    final Workshop shop;
    SendQueue queue;
    /** Names of what opened a page, in order: each send has a streamer of its own. */
    final List<String> begun = new CopyOnWriteArrayList<>();

    /** Whose LIVEs were opened ahead. */
    final List<String> prepared = new CopyOnWriteArrayList<>();

    /** What every opening comes to. */
    volatile Trouble trouble = Trouble.OFF_AIR;

    /** As if the LIVEs were those of a real site. */
    volatile boolean real;

    final AtomicInteger mostOfOneAccount = new AtomicInteger();
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final Semaphore go = new Semaphore(0);
    private final ConcurrentHashMap<AccountId, AtomicInteger> open = new ConcurrentHashMap<>();
    private final Random ids = new Random(3);
    private final int lanes;
    private volatile Instant now = Instant.parse("2026-11-22T20:00:00Z");

    PlayedQueue(Vendor vendor, Path folder, int lanes) {
        this.lanes = lanes;
        database = Database.pooled(vendor, folder);
        shop = database.workshop(this, new GroupMemory(), this);
        for (var account : List.of(A, B)) {
            assertThat(shop.accounts().add(account, true)).isNotNull();
        }
        queue = new SendQueue(shop, () -> lanes);
    }

    /** A new daemon over the same table. */
    void restart() {
        queue.close();
        queue = new SendQueue(database.workshop(this, new GroupMemory(), this), () -> lanes);
        queue.start();
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
        queue.resume(Optional.of(new AccountId("nobody"))); // wakes it
    }

    SendId submit(AccountId account, String name, Priority priority, @Nullable Instant notAfter) {
        now = now.plusMillis(1);
        var order = new NewSend(new StreamerName(name), "5655", null, 1, 12, account, null, notAfter, priority);
        var row = SendRow.queued(SendId.next(this, ids), order, account, null, now, "hash");
        assertThat(shop.books().enter(List.of(row), null, 100, Optional::empty)).isInstanceOf(Books.Queued.class);
        queue.wake(account);
        return row.id();
    }

    SendId submit(AccountId account, String name) {
        return submit(account, name, Priority.NORMAL, null);
    }

    /** Looks on a thread of its own, under this name. */
    Thread look(AccountId account, String name) {
        return Thread.ofVirtual().start(() -> {
            try (var turn = queue.look(account)) {
                begun(account, turn == null ? name + " was refused" : name);
            }
        });
    }

    @Override
    public Opening open(Account account, StreamerName streamer, Instant deadline) {
        begun(account.id(), streamer.handle());
        return new Opening.NotOpened(trouble, "nobody is on air");
    }

    @Override
    public boolean onThisMachine() {
        return !real;
    }

    @Override
    public void prepare(Account account, StreamerName streamer, Instant deadline) {
        prepared.add(streamer.handle());
    }

    private void begun(AccountId account, String name) {
        var of = open.computeIfAbsent(account, none -> new AtomicInteger());
        mostOfOneAccount.accumulateAndGet(of.incrementAndGet(), Math::max);
        begun.add(name);
        news.add(name);
        try {
            assertThat(go.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("let go")
                    .isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        of.decrementAndGet();
    }

    /** Lets so many things go on to their end. */
    void let(int things) {
        go.release(things);
    }

    String next() throws InterruptedException {
        return String.valueOf(news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    List<String> next(int things) throws InterruptedException {
        for (var i = 0; i < things; i++) {
            assertThat(next()).isNotEqualTo("null");
        }
        return begun;
    }

    Receipt receipt(SendId id) {
        return database.rows().find(id).orElseThrow().receipt();
    }

    /** With its place and what it waits for. */
    Receipt inLine(SendId id) {
        return new Receipts(shop, queue).inLine(database.rows().find(id).orElseThrow());
    }

    static void await(BooleanSupplier true_) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!true_.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        go.release(1_000);
        queue.close();
        queue.awaitIdle(PATIENCE);
        database.close();
    }
}
