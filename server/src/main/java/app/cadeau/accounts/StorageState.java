package app.cadeau.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that a text is a Playwright storage state. What it says of a fault never quotes the text: it is a secret. */
final class StorageState {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final List<String> COOKIE_TEXTS = List.of("name", "value", "domain", "path");

    /** Cookies without which nobody is logged in. */
    private static final Set<String> LOG_IN = Set.of("sessionid", "sessionid_ss", "sid_tt", "sid_guard");

    private StorageState() {}

    /** What is wrong with it, or null. */
    static @Nullable String fault(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return "it is larger than a million characters";
        }
        try {
            return fault(JSON.readTree(text));
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            return at == null
                    ? "it is not JSON"
                    : "it is not JSON (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        }
    }

    private static @Nullable String fault(JsonNode state) {
        if (!state.isObject()) {
            return "it is not a JSON object with cookies and origins";
        }
        var cookies = state.get("cookies");
        if (cookies == null || !cookies.isArray()) {
            return "it has no list called cookies";
        }
        if (cookies.isEmpty()) {
            return "its list of cookies is empty: save it after logging in";
        }
        var origins = state.get("origins");
        if (origins != null && !origins.isArray()) {
            return "its origins are not a list";
        }
        for (int i = 0; i < cookies.size(); i++) {
            var fault = cookieFault(cookies.get(i));
            if (fault != null) {
                return "cookie " + (i + 1) + " " + fault;
            }
        }
        return null;
    }

    /** The earliest end among cookies that log in, and how many cookies there are; nothing when it is no storage state. */
    static Optional<SessionFacts> facts(String text) {
        JsonNode cookies;
        try {
            cookies = JSON.readTree(text).path("cookies");
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        Instant first = null;
        for (var cookie : cookies) {
            var ends = cookie.path("expires").asDouble(-1);
            if (ends > 0 && LOG_IN.contains(cookie.path("name").asString())) {
                var at = Instant.ofEpochSecond((long) ends);
                first = first == null || at.isBefore(first) ? at : first;
            }
        }
        return Optional.of(new SessionFacts(cookies.size(), first));
    }

    private static @Nullable String cookieFault(JsonNode cookie) {
        if (!cookie.isObject()) {
            return "is not an object";
        }
        for (var field : COOKIE_TEXTS) {
            var value = cookie.get(field);
            if (value == null || !value.isString()) {
                return "has no text called " + field;
            }
        }
        var expires = cookie.get("expires");
        return expires != null && !expires.isNumber() ? "has an expiry that is no number" : null;
    }
}
