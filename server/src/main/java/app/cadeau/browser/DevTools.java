package app.cadeau.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A DevTools session with the browser or a page, whose handlers never throw. Engine's thread only. */
final class DevTools {

    /** A page's renderer died. */
    static final String CRASHED = "Inspector.targetCrashed";

    /** The page was closed, by whomever. */
    static final String DETACHED = "Target.detachedFromTarget";

    private static final Logger LOG = LoggerFactory.getLogger(DevTools.class);

    private final Connection connection;
    private final @Nullable String session;
    private final Subject subject;
    private final Map<String, List<Consumer<JsonObject>>> handlers = new HashMap<>();
    private boolean lost;

    /**
     * @param session null for the browser's own
     * @param subject for whom its handlers work; of its own where they work for no lane
     */
    DevTools(Connection connection, @Nullable String session, Subject subject) {
        this.connection = connection;
        this.session = session;
        this.subject = subject;
    }

    void on(String event, Consumer<JsonObject> handler) {
        handlers.computeIfAbsent(event, first -> new CopyOnWriteArrayList<>()).add(handler);
        connection.listensTo(event);
    }

    void happened(String event, JsonObject params) {
        for (var handler : handlers.getOrDefault(event, List.of())) {
            try {
                subject.run(() -> handler.accept(params));
            } catch (RuntimeException broken) {
                LOG.error("a handler of {} failed", event, broken);
            }
        }
    }

    /** Its page answers no more: Chromium would keep silent for ever. */
    void lose() {
        lost = true;
    }

    /** Promises the answer; what is asked of one session is done in the order in which it was asked. */
    CompletableFuture<JsonObject> ask(String method, JsonObject params) {
        return lost
                ? CompletableFuture.failedFuture(new Refused(method, "its page is gone"))
                : connection.ask(session, method, params, subject);
    }

    CompletableFuture<JsonObject> ask(String method) {
        return ask(method, new JsonObject());
    }

    /** For what may be gone already: a held request whose page was closed can be neither passed nor failed. */
    void order(String method, JsonObject params) {
        var unused = ask(method, params).exceptionally(gone -> {
            LOG.debug("{} was too late: {}", method, gone.getMessage());
            return new JsonObject();
        });
    }

    /** An order of one word. */
    void order(String method, String name, String value) {
        order(method, name, new JsonPrimitive(value));
    }

    void order(String method, String name, boolean value) {
        order(method, name, new JsonPrimitive(value));
    }

    private void order(String method, String name, JsonPrimitive value) {
        var params = new JsonObject();
        params.add(name, value);
        order(method, params);
    }

    /** A word of what was told; empty where it is not. */
    static String text(JsonObject from, String name) {
        JsonElement value = from.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
