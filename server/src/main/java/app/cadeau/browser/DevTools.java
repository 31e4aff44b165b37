package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.PlaywrightException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A DevTools session whose handlers never throw: an exception would come out of another lane's call. */
final class DevTools {

    private static final Logger LOG = LoggerFactory.getLogger(DevTools.class);

    private final CDPSession session;
    private final Subject subject;

    /** @param subject for whom its handlers work; of its own where they work for no lane */
    DevTools(CDPSession session, Subject subject) {
        this.session = session;
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

    JsonObject send(String method, JsonObject params) {
        return session.send(method, params);
    }

    JsonObject send(String method) {
        return session.send(method);
    }

    /** For what may be gone already: a held request whose page was closed can be neither passed nor failed. */
    void sendOrIgnore(String method, JsonObject params) {
        try {
            session.send(method, params);
        } catch (PlaywrightException gone) {
            LOG.debug("{} was too late: {}", method, gone.getMessage());
        }
    }
}
