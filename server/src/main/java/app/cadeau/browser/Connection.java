package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine's way to its Chromium. A thread of its own reads and parses; what has come is handed over on the engine's
 * thread, in the order in which it came, and all else is the engine's thread only.
 */
final class Connection {

    /** What an engine may be behind by. Beyond it the reader waits, and then Chromium. */
    private static final int LIMIT = 20_000;

    private final DevToolsPipe pipe;
    private final Replies replies;
    private final Runnable arrival;
    private final BlockingQueue<JsonObject> arrived = new LinkedBlockingQueue<>(LIMIT);
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Map<String, DevTools> sessions = new HashMap<>();
    private final DevTools browser;
    private long asked;
    private volatile boolean closed;

    /** @param arrival told, by the reading thread, of each message */
    Connection(DevToolsPipe pipe, Replies replies, Runnable arrival) {
        this.pipe = pipe;
        this.replies = replies;
        this.arrival = arrival;
        this.browser = new DevTools(this, null, new Subject());
        browser.on("Target.detachedFromTarget", this::detached);
        listensTo(DevTools.CRASHED);
    }

    /** Reads until the pipe ends, on a thread of its own. */
    void listen(String name, Consumer<String> ended) {
        Thread.ofPlatform().name(name + "-pipe").daemon().start(() -> {
            try {
                pipe.read(heard::contains, this::arrived);
                ended.accept("the browser is gone");
            } catch (IOException lost) {
                ended.accept("the browser is gone: " + lost.getMessage());
            }
        });
    }

    private void arrived(JsonObject message) {
        if (closed) {
            return;
        }
        try {
            arrived.put(message);
            arrival.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing that comes is taken any more. Any thread. */
    void close() {
        closed = true;
        arrived.clear();
    }

    /** The browser's own session. */
    DevTools browser() {
        return browser;
    }

    /** A session with a page, beside none. */
    CompletableFuture<DevTools> attach(String target, Subject subject) {
        var params = new JsonObject();
        params.addProperty("targetId", target);
        params.addProperty("flatten", true);
        return browser.ask("Target.attachToTarget", params).thenApply(told -> {
            String id = DevTools.text(told, "sessionId");
            var session = new DevTools(this, id, subject);
            sessions.put(id, session);
            return session;
        });
    }

    /** Closes a page; one that is gone already is no matter. */
    void close(String target) {
        browser.order("Target.closeTarget", "targetId", target);
    }

    void listensTo(String event) {
        heard.add(event);
    }

    CompletableFuture<JsonObject> ask(@Nullable String session, String method, JsonObject params, Subject subject) {
        var message = new JsonObject();
        message.addProperty("id", ++asked);
        message.addProperty("method", method);
        message.add("params", params);
        if (session != null) {
            message.addProperty("sessionId", session);
        }
        var promise = replies.owe(asked, method, session, subject);
        if (!promise.isDone()) {
            try {
                pipe.write(message);
            } catch (IOException gone) {
                promise.completeExceptionally(new LaneDown("the browser is gone: " + gone.getMessage(), gone));
            }
        }
        return promise;
    }

    boolean hasNews() {
        return !arrived.isEmpty();
    }

    /** Hands over what has come, one after the other, so many at most and while that is wished for. */
    void deliver(int most, BooleanSupplier more) {
        for (int left = most; left > 0 && more.getAsBoolean(); left--) {
            JsonObject message = arrived.poll();
            if (message == null) {
                return;
            }
            if (message.has("id")) {
                replies.come(message);
            } else {
                replies.urgency(Urgency.OTHER);
                happened(message);
            }
        }
    }

    private void happened(JsonObject message) {
        String event = DevTools.text(message, "method");
        String session = DevTools.text(message, "sessionId");
        DevTools about = session.isEmpty() ? browser : sessions.get(session);
        if (about == null) {
            return;
        }
        about.happened(event, message.getAsJsonObject("params"));
        if (DevTools.CRASHED.equals(event)) {
            about.lose();
            replies.gone(session, "its renderer crashed");
        }
    }

    private void detached(JsonObject event) {
        String id = DevTools.text(event, "sessionId");
        DevTools session = sessions.remove(id);
        if (session != null) {
            session.happened(DevTools.DETACHED, event);
            session.lose();
            replies.gone(id, "its page is gone");
        }
    }
}
