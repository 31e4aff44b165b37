package app.cadeau.livepage;

import app.cadeau.catalogue.Gift;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a page has told of its LIVE so far. Written on the engine's thread, awaited on others. */
final class Known {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, ListedGifts.Listed> gifts = new LinkedHashMap<>();
    private final Set<CallPath> settled = EnumSet.noneOf(CallPath.class);
    private final Purse purse = new Purse();
    private List<String> pages = List.of();
    private boolean arrived;
    private boolean loggedOut;
    private @Nullable String barred;
    private @Nullable String roomId;
    private @Nullable String hostId;
    private @Nullable String ownUserId;
    private @Nullable BalanceReading balance;
    private @Nullable String gone;

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T look(java.util.function.Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this holds; false when it did not in time. */
    boolean await(BooleanSupplier condition, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void arrived() {
        change(() -> arrived = true);
    }

    void gifts(Map<Long, ListedGifts.Listed> listed) {
        change(() -> gifts.putAll(listed));
    }

    /** Names that the LIVE's list gives its pages. */
    void pages(List<String> names) {
        change(() -> pages = List.copyOf(names));
    }

    List<String> pages() {
        return look(() -> pages);
    }

    /** Why the newest list lets this account give nothing; null when it does. */
    void barred(@Nullable String why) {
        change(() -> barred = why);
    }

    @Nullable
    String barred() {
        return this.<@Nullable String>look(() -> barred);
    }

    void settled(CallPath call) {
        change(() -> settled.add(call));
    }

    /** The first source that names the room, the host, or ourselves is believed. */
    void ids(@Nullable String room, @Nullable String host, @Nullable String own) {
        change(() -> {
            roomId = roomId == null ? room : roomId;
            hostId = hostId == null ? host : hostId;
            ownUserId = ownUserId == null ? own : ownUserId;
        });
    }

    /** What a wallet call told: a badge may lag behind it. */
    void balance(BalanceReading reading) {
        change(() -> balance = reading);
    }

    /** What our own calls say is left. */
    Purse purse() {
        return purse;
    }

    /** A call of the page was told that its session is none. */
    void loggedOut() {
        change(() -> loggedOut = true);
    }

    boolean isLoggedOut() {
        return look(() -> loggedOut && ownUserId == null && balance == null);
    }

    void gone(String why) {
        change(() -> gone = why);
    }

    boolean hasArrived() {
        return look(() -> arrived);
    }

    boolean isSettled(CallPath call) {
        return look(() -> settled.contains(call));
    }

    List<ListedGifts.Listed> gifts() {
        return look(() -> List.copyOf(gifts.values()));
    }

    ListedGifts.@Nullable Listed gift(long id) {
        return look(() -> gifts.get(id));
    }

    /** For a LIVE whose list was refused: what the catalogue knows stands in for it. */
    void candidates(Collection<Gift> catalogue) {
        change(() -> catalogue.forEach(gift -> gifts.putIfAbsent(
                gift.id().value(),
                new ListedGifts.Listed(gift, gift.picture() == null ? List.of() : List.of(gift.picture()), null))));
    }

    @Nullable
    String roomId() {
        return look(() -> roomId);
    }

    @Nullable
    String hostId() {
        return look(() -> hostId);
    }

    @Nullable
    String ownUserId() {
        return look(() -> ownUserId);
    }

    @Nullable
    BalanceReading balance() {
        return look(() -> balance);
    }

    @Nullable
    String gone() {
        return look(() -> gone);
    }
}
