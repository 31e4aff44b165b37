package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the browser and its pages still owe an engine. Nobody waits for it. Engine's thread, but for looks. */
final class Replies {

    private static final int LIMIT = 10_000;

    private record Owed(
            Urgency urgency,
            long since,
            String method,
            @Nullable String session,
            Subject subject,
            CompletableFuture<JsonObject> promise) {}

    private final ConcurrentNavigableMap<Long, Owed> owed = new ConcurrentSkipListMap<>();
    private Urgency urgency = Urgency.OTHER;
    private int count;
    private volatile @Nullable LaneDown lost;

    /** How urgent what is asked from now on is: as the command that asks, or the reply that it goes on from. */
    void urgency(Urgency now) {
        urgency = now;
    }

    /** To be called before the message leaves. A dead engine answers with {@link LaneDown}. */
    CompletableFuture<JsonObject> owe(long id, String method, @Nullable String session, Subject subject) {
        if (count >= LIMIT) {
            return CompletableFuture.failedFuture(new LaneDown("the browser owes " + LIMIT + " replies"));
        }
        var promise = new CompletableFuture<JsonObject>();
        owed.put(id, new Owed(urgency, System.nanoTime(), method, session, subject, promise));
        count++;
        failAll(lost);
        return promise;
    }

    /** Hands over a reply. One that nobody waits for any more is passed over. */
    void come(JsonObject message) {
        Owed one = owed.remove(message.get("id").getAsLong());
        if (one == null) {
            return;
        }
        count--;
        urgency = one.urgency;
        one.subject.run(() -> {
            if (message.has("error")) {
                one.promise.completeExceptionally(
                        new Refused(one.method, DevTools.text(message.getAsJsonObject("error"), "message")));
            } else {
                one.promise.complete(message.getAsJsonObject("result"));
            }
        });
    }

    /** Chromium leaves unanswered what it was asked of a page that is gone. */
    void gone(String session, String why) {
        for (var each = owed.values().iterator(); each.hasNext(); ) {
            var one = each.next();
            if (session.equals(one.session)) {
                each.remove();
                count--;
                one.subject.run(() -> one.promise.completeExceptionally(new Refused(one.method, why)));
            }
        }
    }

    /** Nothing comes any more. Any thread. */
    void lose(String why) {
        lost = new LaneDown(why);
        failAll(lost);
    }

    private void failAll(@Nullable LaneDown down) {
        if (down != null) {
            owed.values().forEach(one -> one.promise.completeExceptionally(down));
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
        for (var one : owed.values()) {
            if (which.test(one)) {
                return now - one.since;
            }
        }
        return 0;
    }
}
