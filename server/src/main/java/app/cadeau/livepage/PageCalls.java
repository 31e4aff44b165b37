package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the page's library from other threads than the engine's; every answer has a deadline. */
final class PageCalls {

    private final Lane lane;
    private final InstantSource clock;
    private @Nullable PageWorld world;

    PageCalls(Lane lane, InstantSource clock) {
        this.lane = lane;
        this.clock = clock;
    }

    /** Engine's thread only. */
    void world(PageWorld made) {
        world = made;
    }

    /** Engine's thread only. */
    PageWorld world() {
        return Objects.requireNonNull(world, "the page has not set out");
    }

    /** The value of an expression in the page, or null when the page did not answer in time. */
    @Nullable
    JsonNode look(String expression, Instant deadline) throws LaneDown, InterruptedException {
        try {
            return await(lane.begin(Urgency.OTHER, () -> world().evaluate(expression)), deadline);
        } catch (TimeoutException late) {
            return null;
        }
    }

    /** The value of what takes time in the page, or null when it did not come in time. */
    @Nullable
    JsonNode run(String expression, Instant deadline) throws LaneDown, InterruptedException {
        try {
            return await(lane.begin(Urgency.OTHER, () -> world().start(expression)), deadline);
        } catch (TimeoutException late) {
            return null;
        }
    }

    <T extends @Nullable Object> T await(CompletableFuture<T> promise, Instant deadline)
            throws LaneDown, TimeoutException, InterruptedException {
        try {
            long left = Duration.between(clock.instant(), deadline).toMillis();
            return promise.get(Math.max(0, left), TimeUnit.MILLISECONDS);
        } catch (CancellationException moved) {
            throw new LaneDown("the page went elsewhere while it was asked", moved);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LaneDown down
                    ? down
                    : new LaneDown(String.valueOf(failed.getMessage()), failed);
        }
    }
}
