package app.cadeau.sends;

import java.util.EnumSet;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends that the table has at work and nobody carries: their sender broke off, or the database took a claim and its
 * answer was lost. They are settled like those that a crash left; nothing is pressed again.
 */
final class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final Reason BROKE_OFF =
            new Reason(Reason.Code.BROWSER_LOST, "It broke off before anything was pressed; the log says why.");

    private final Workshop shop;
    private final Map<SendId, Sender> running;
    private volatile boolean expected;

    Orphans(Workshop shop, Map<SendId, Sender> running) {
        this.shop = shop;
        this.running = running;
    }

    /** Something went wrong that may have left one, and whoever carried it does so no more. */
    void expect() {
        expected = true;
    }

    /** Looked for only when one is expected, by the thread that begins sends. */
    void recover() {
        if (!expected) {
            return;
        }
        var atWork = EnumSet.of(SendState.PREPARING, SendState.SENDING, SendState.SETTLING);
        expected = false;
        try {
            shop.rows().inStates(atWork).stream()
                    .filter(row -> !running.containsKey(row.id()))
                    .forEach(row -> new Recovery(shop).recover(row.id()));
        } catch (RuntimeException failed) {
            expected = true;
            throw failed;
        }
    }

    /** Of a sender that failed for a reason of its own: begun again it would fail again, so it ends. */
    void brokeOff(Sender sender, RuntimeException failed) {
        log.error("send {} broke off; what it had armed is reviewed", sender.id(), failed);
        var row = shop.rows().find(sender.id()).orElseThrow();
        if (row.state() == SendState.PREPARING && row.armed() == 0) {
            var outcome = row.outcome().refused(BROKE_OFF, shop.clock().instant());
            shop.books().end(row, SendState.PREPARING, SendState.REFUSED, outcome);
        }
    }
}
