package app.cadeau.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the driver, the browser and its pages still owe an engine. Nobody waits for it: a reply is handed over in a turn
 * of its own, so a page that is slow to answer keeps no stop of another page waiting. Engine's thread, but for looks.
 */
final class Replies {

    private static final int LIMIT = 10_000;

    private record Owed(
            Urgency urgency, long since, Object reply, Subject subject, CompletableFuture<JsonElement> promise) {}

    private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();
    private Urgency urgency = Urgency.OTHER;
    private int count;
    private volatile @Nullable LaneDown lost;

    /** How urgent what is asked from now on is: as the command that asks, or the reply that it goes on from. */
    void urgency(Urgency now) {
        urgency = now;
    }

    /** Asks a page, context or session of Playwright's; a dead engine answers with {@link LaneDown}. */
    CompletableFuture<JsonElement> ask(Object owner, String method, JsonObject params, Subject subject) {
        if (count >= LIMIT) {
            return CompletableFuture.failedFuture(new LaneDown("the browser owes " + LIMIT + " replies"));
        }
        try {
            var promise = new CompletableFuture<JsonElement>();
            var asked = new Owed(urgency, System.nanoTime(), Unwaited.ask(owner, method, params), subject, promise);
            owed.add(asked);
            count++;
            fail(lost);
            return promise;
        } catch (PlaywrightException gone) {
            return CompletableFuture.failedFuture(gone);
        }
    }

    /** Whether a reply has come that was not handed over yet. */
    boolean come() {
        for (var one : owed) {
            if (Unwaited.isDone(one.reply)) {
                return true;
            }
        }
        return false;
    }

    /** Hands over what has come. */
    void deliver() {
        for (var each = owed.iterator(); each.hasNext(); ) {
            var one = each.next();
            if (Unwaited.isDone(one.reply)) {
                each.remove();
                count--;
                urgency = one.urgency;
                one.subject.run(() -> handOver(one));
            }
        }
    }

    private static void handOver(Owed one) {
        JsonElement got;
        try {
            got = Unwaited.get(one.reply);
        } catch (RuntimeException refused) {
            one.promise.completeExceptionally(refused);
            return;
        }
        one.promise.complete(got);
    }

    /** Nothing comes any more. Any thread. */
    void lose(String why) {
        lost = new LaneDown(why);
        fail(lost);
    }

    private void fail(@Nullable LaneDown down) {
        if (down != null) {
            owed.forEach(one -> one.promise.completeExceptionally(down));
        }
    }

    /** How long the oldest reply that a stop, a burst or a held gift depends on is owed, in nanoseconds. Any thread. */
    long pressingFor(long now) {
        return owedFor(now, one -> one.urgency.pressing());
    }

    /** The same of any reply. Any thread. */
    long owedFor(long now) {
        return owedFor(now, any -> true);
    }

    private long owedFor(long now, Predicate<Owed> which) {
        for (var one : owed) {
            if (which.test(one)) {
                return now - one.since;
            }
        }
        return 0;
    }
}
