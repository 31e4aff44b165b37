package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What really happened, request by request. Safe for any thread; nothing in the product may read it. */
public final class Truth {

    /**
     * Gifts that were taken and charged.
     *
     * @param number counts accepted requests from 1
     * @param request counts every gift/send request that reached the platform, from 1
     * @param count how many gifts it was for
     * @param coins what was charged in all
     * @param pressedAtMillis the page's clock when the (first) press of the request was made
     * @param connection names the TCP connection that carried it
     */
    public record Gift(
            long number,
            long request,
            String account,
            String streamer,
            String roomId,
            String recipientId,
            long giftId,
            String giftName,
            int count,
            long coins,
            long balanceAfter,
            long pressedAtMillis,
            long acceptedAtMillis,
            String connection,
            String groupId,
            String msgId) {}

    /** A request that took nothing. {@code code} is the platform's status code, or minus the HTTP status. */
    public record Refusal(
            long request, String account, long giftId, int count, int code, long atMillis, String connection) {}

    private final List<Gift> gifts = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Consumer<Gift>> listeners = new CopyOnWriteArrayList<>();

    void took(Gift gift) {
        synchronized (this) {
            gifts.add(gift);
        }
        listeners.forEach(listener -> listener.accept(gift));
    }

    /** Hears of every gift that was taken, before its echo is made. */
    void whenTaken(Consumer<Gift> listener) {
        listeners.add(listener);
    }

    synchronized void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    /** Everything taken, in order. */
    public synchronized List<Gift> gifts() {
        return List.copyOf(gifts);
    }

    public List<Gift> gifts(String account) {
        return gifts().stream().filter(gift -> gift.account().equals(account)).toList();
    }

    /** Those accepted from one moment up to, not including, another; milliseconds of the simulator's clock. */
    public List<Gift> gifts(String account, long fromMillis, long toMillis) {
        return gifts(account).stream()
                .filter(gift -> gift.acceptedAtMillis() >= fromMillis && gift.acceptedAtMillis() < toMillis)
                .toList();
    }

    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** How many gifts landed from an account, each one counted. */
    public long landed(String account) {
        return gifts(account).stream().mapToLong(Gift::count).sum();
    }

    /** How many of one gift landed from an account. */
    public long landed(String account, long giftId) {
        return gifts(account).stream()
                .filter(gift -> gift.giftId() == giftId)
                .mapToLong(Gift::count)
                .sum();
    }

    public long coins(String account) {
        return gifts(account).stream().mapToLong(Gift::coins).sum();
    }

    /** Begins a new page; numbers go on. */
    public synchronized void clear() {
        gifts.clear();
        refusals.clear();
    }
}
