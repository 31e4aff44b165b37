package app.cadeau.sends;

import app.cadeau.livepage.Gatekeeper;
import app.cadeau.livepage.GiftAsk;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one send, and the gate that consumes them. A permit opens when its burst begins and is consumed at most
 * once, ever, by a request of ours that passes. Called by the sender's thread, the engine's thread and whoever stops.
 */
final class Permits implements Gatekeeper {

    /** What no honest page asks for. */
    enum Wrong {
        /** More gifts were asked for than presses were made. */
        COUNT,
        GIFT,
        ROOM,
        RECIPIENT,
        /** A redirect, a worker, a beacon, or a body that cannot be read. */
        ODD
    }

    /** @param sentence what was asked for instead, for a person */
    record Breach(Wrong wrong, String sentence) {}

    private final Terms terms;
    private int ordered;
    private int opened;
    private int consumed;
    private int asked;
    private boolean closed;
    private @Nullable Breach breach;

    Permits(Terms terms) {
        this.terms = terms;
    }

    /**
     * Orders presses and opens what permits they need beyond those that are open and have no press on its way.
     *
     * @param reached permits that earlier presses used or may still use, as the sender has heard: a request that passed a
     *     moment ago may still be a press without one to it, so what the gate has consumed is not added to it
     */
    synchronized void open(int presses, int reached) {
        ordered += presses;
        if (reached + presses > terms.requested()) {
            throw new IllegalStateException((reached + presses) + " permits needed of " + terms.requested());
        }
        opened = Math.max(opened, Math.min(terms.requested(), Math.max(reached, consumed) + presses));
    }

    @Override
    public synchronized @Nullable String refusal(GiftAsk ask) {
        if (closed) {
            return "the gate is closed";
        }
        var wrong = ask.order() == null || ask.odd() != null ? odd(ask) : compare(ask.order());
        if (wrong != null) {
            breach = breach == null ? wrong : breach;
            return wrong.sentence();
        }
        return admit(ask.order() == null ? 0 : ask.order().count());
    }

    private static Breach odd(GiftAsk ask) {
        return new Breach(Wrong.ODD, ask.odd() == null ? "the request could not be read" : ask.odd());
    }

    private @Nullable Breach compare(GiftAsk.Order order) {
        if (!order.roomId().equals(terms.roomId())) {
            return new Breach(Wrong.ROOM, "the page sends to room " + order.roomId() + ", not " + terms.roomId());
        }
        if (order.giftId() != terms.giftId()) {
            return new Breach(Wrong.GIFT, "the page sends gift " + order.giftId() + ", not " + terms.giftId());
        }
        if (!Objects.equals(order.recipientId(), terms.hostId())) {
            return new Breach(
                    Wrong.RECIPIENT, "the page sends to " + order.recipientId() + ", not the host " + terms.hostId());
        }
        asked = Math.addExact(asked, Math.max(1, order.count()));
        if (order.count() < 1 || asked > ordered) {
            return new Breach(
                    Wrong.COUNT,
                    "the page asks for " + Reason.gifts(asked) + " after "
                            + (ordered == 1 ? "1 press" : ordered + " presses"));
        }
        return null;
    }

    private @Nullable String admit(int count) {
        if (count > opened - consumed) {
            return "no permit is open for it";
        }
        consumed += count;
        return null;
    }

    /** From now on nothing passes. */
    synchronized void close() {
        closed = true;
    }

    synchronized int consumed() {
        return consumed;
    }

    /** The first thing asked for that no honest page asks for, or null. */
    synchronized @Nullable Breach breach() {
        return breach;
    }
}
