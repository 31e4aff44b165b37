package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders bursts of the page's library, and stops them. */
final class Presses {

    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);

    private final Lane lane;
    private final PageCalls calls;
    private final Unread unread;
    private final Consumer<PageNews> tell;
    private final InstantSource clock;
    private volatile CompletableFuture<?> browser = new CompletableFuture<>();

    Presses(Lane lane, PageCalls calls, Unread unread, Consumer<PageNews> tell, InstantSource clock) {
        this.lane = lane;
        this.calls = calls;
        this.unread = unread;
        this.tell = tell;
        this.clock = clock;
    }

    void burst(BurstOrder order) {
        lane.begin(Urgency.BURST, () -> begin(order)).whenComplete((done, failed) -> {
            if (failed != null && lane.isUp()) {
                LOG.warn("burst {} did not begin: {}", order.number(), failed.toString());
                halt(order, PageNews.Halt.Kind.NOT_READY, "the page took no order");
            }
        });
    }

    private CompletableFuture<?> begin(BurstOrder order) {
        Instant now = clock.instant();
        long left = Duration.between(now, order.deadline()).toMillis();
        if (left <= 0) {
            halt(order, PageNews.Halt.Kind.DEADLINE, "the deadline passed before the burst could begin");
        } else if (unread.tooLong()) {
            halt(order, PageNews.Halt.Kind.NOT_READY, "answers lay unread");
        } else {
            String words = Json.write(Map.of(
                    "number", order.number(),
                    "presses", order.presses(),
                    "intervalMs", order.interval().toNanos() / 1e6,
                    "deadlineInMs", left,
                    "deadlineWallMs", order.deadline().toEpochMilli()));
            return calls.world().evaluate("cadeau.burst(" + words + "), 0");
        }
        return CompletableFuture.completedFuture(null);
    }

    private void halt(BurstOrder order, PageNews.Halt.Kind kind, String seen) {
        tell.accept(new PageNews.BurstEnded(order.number(), 0, new PageNews.Halt(kind, seen), clock.instant()));
    }

    /**
     * Whether the browser answered what it was asked with the last stop: then all that was handed over to it before, it has
     * done, and a page that is slow to answer can begin no press past its burst's deadline.
     */
    boolean browserObeyed() {
        var answer = browser;
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    CompletableFuture<Void> stop() {
        browser = lane.begin(Urgency.STOP, () -> calls.world().browser());
        return lane.begin(Urgency.STOP, () -> calls.world().evaluate("cadeau.stop(), 0"))
                .thenAccept(done -> {});
    }

    void allow() {
        var unused = lane.begin(Urgency.STOP, () -> calls.world().evaluate("cadeau.allow(), 0"));
    }
}
