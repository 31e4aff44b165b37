package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A DevTools session whose handlers never throw: an exception would come out of another lane's call. */
final class DevTools {

    private static final Logger LOG = LoggerFactory.getLogger(DevTools.class);

    private final CDPSession session;
    private final Replies replies;
    private final Subject subject;

    /** @param subject for whom its handlers work; of its own where they work for no lane */
    DevTools(CDPSession session, Replies replies, Subject subject) {
        this.session = session;
        this.replies = replies;
        this.subject = subject;
    }

    void on(String event, Consumer<JsonObject> handler) {
        session.on(event, params -> {
            try {
                subject.run(() -> handler.accept(params));
            } catch (RuntimeException broken) {
                LOG.error("a handler of {} failed", event, broken);
            }
        });
    }

    /** Holds the thread until the answer is there: only while an engine starts and carries nothing. */
    JsonObject await(String method, JsonObject params) {
        return session.send(method, params);
    }

    /** Promises the answer; what is asked of one session is done in the order in which it was asked. */
    CompletableFuture<JsonObject> ask(String method, JsonObject params) {
        var words = new JsonObject();
        words.addProperty("method", method);
        words.add("params", params);
        return replies.ask(session, "send", words, subject)
                .thenApply(reply -> reply.getAsJsonObject().getAsJsonObject("result"));
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
}
