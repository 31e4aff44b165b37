package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The session of one lane, given back at each change: what a profile folder holds of the last half minute is lost by a
 * kill. Only cookies are taken anew; reading a page's own storage would ask a renderer that may not answer.
 */
final class SavedSession {

    private static final List<String> FIELDS =
            List.of("name", "value", "domain", "path", "expires", "httpOnly", "secure", "sameSite");

    private final AccountId account;
    private final StoredSessions store;
    private final Executor writer;
    private final JsonArray origins;
    private @Nullable String last;
    private @Nullable String written;

    SavedSession(AccountId account, Optional<String> stored, StoredSessions store, Executor writer) {
        this.account = account;
        this.store = store;
        this.writer = writer;
        JsonObject state = stored.map(JsonParser::parseString)
                .map(json -> json.getAsJsonObject())
                .orElseGet(JsonObject::new);
        this.written = stored.orElse(null);
        this.origins = state.has("origins") ? state.getAsJsonArray("origins") : new JsonArray();
    }

    void cookies(JsonArray cookies) {
        var state = new JsonObject();
        var array = new JsonArray();
        cookies.forEach(cookie -> array.add(json(cookie.getAsJsonObject())));
        state.add("cookies", array);
        state.add("origins", origins);
        String now = state.toString();
        if (!now.equals(last)) {
            last = now;
            writer.execute(() -> write(now));
        }
    }

    /** What somebody else has put there meanwhile stays. */
    private synchronized void write(String state) {
        if (isStored() && !state.equals(written)) {
            store.saved(account, state);
            written = state;
        }
    }

    /** False when somebody else has put another session in the store meanwhile: an import, a log-in, a removal. */
    synchronized boolean isStored() {
        return Objects.equals(written, store.storageState(account).orElse(null));
    }

    /** As the state of a session is written: what the browser tells besides is none of it. */
    private static JsonObject json(JsonObject cookie) {
        var json = new JsonObject();
        FIELDS.forEach(field -> json.add(field, cookie.get(field)));
        return json;
    }
}
