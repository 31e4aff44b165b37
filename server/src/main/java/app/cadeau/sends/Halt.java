package app.cadeau.sends;

import app.cadeau.livepage.LivePage;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A send whose latch is down and whose gate is shut: what is left is that its page obeys. */
final class Halt {

    private static final Logger log = LoggerFactory.getLogger(Halt.class);

    private final SendId send;
    private final LivePage page;
    private final Duration within;
    private final IntSupplier onTheirWay;
    private final long since = System.nanoTime();
    private final Future<?> obeyed;

    /** Tells the page. Waits for nothing, so that many sends are stopped at the same moment. */
    Halt(SendId send, LivePage page, Duration within, IntSupplier onTheirWay) {
        this.send = send;
        this.page = page;
        this.within = within;
        this.onTheirWay = onTheirWay;
        this.obeyed = page.stopPresses();
    }

    /** Stops many as one: every gate is shut before any page is waited for. The gifts that are on their way. */
    static int all(Collection<Sender> senders, Ending why) {
        var halted = senders.stream().map(sender -> sender.halt(why)).toList();
        return halted.stream().mapToInt(IntSupplier::getAsInt).sum();
    }

    /** Waits until no press can begin any more, so long after the command at most; then how many gifts are on their way. */
    int await() {
        try {
            obeyed.get(Math.max(0, within.toNanos() - (System.nanoTime() - since)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            log.warn("send {}: the page did not obey a stop within {}", send, within);
            page.disobeyed();
        } catch (ExecutionException gone) {
            log.warn("send {}: the page was gone when it was stopped", send, gone.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return onTheirWay.getAsInt();
    }
}
