package app.cadeau.api;

import static app.cadeau.api.OpenApiShapes.ordered;

import java.util.List;
import java.util.Map;

/** What holds for all calls. */
final class OpenApiAbout {

    private static final String ABOUT = """
            Sends TikTok LIVE gifts from your own accounts and proves every coin. docs/api.md shows a first send with curl.

            * A gift is real money and cannot be refunded. What cannot be proved is `unknown`: it is held and shown, never sent again on a guess.
            * Errors are problem details (RFC 9457) with a `code` for programs, and `spent`: whether the call may have spent coins.
            * Calls that need a log-in tell `RateLimit` and `RateLimit-Policy`. POST /api/stop is never held off.
            * An unknown path under /api is NOT_FOUND for an ADMIN and NOT_ALLOWED for others; a wrong method METHOD_NOT_ALLOWED; a body or an answer that is not JSON NOT_JSON.
            * `x-permission` is what the caller's role must allow: LOOK and SEND every role, CHANGE a MANAGER, GOVERN an ADMIN.
            * Fields may be added to answers; unknown fields in a body are refused.
            """;

    private OpenApiAbout() {}

    static Map<String, Object> info() {
        return ordered(
                "title", "Cadeau",
                "version", "1.0.0",
                "summary", "Sends gifts on TikTok LIVE and proves every coin",
                "description", ABOUT.strip(),
                "license", ordered("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    static Map<String, Object> securitySchemes() {
        return ordered(
                "bearer",
                        ordered(
                                "type", "http",
                                "scheme", "bearer",
                                "description",
                                        "An access token of POST /api/auth/login, or on the same machine the token in $CADEAU_HOME/token."),
                "cookie",
                        ordered(
                                "type", "apiKey",
                                "in", "cookie",
                                "name", "__Host-cadeau-8787",
                                "description", "Of a log-in with `cookie`; the number is the daemon's port."),
                "csrf",
                        ordered(
                                "type", "apiKey",
                                "in", "header",
                                "name", "X-CSRF-Token",
                                "description",
                                        "`csrf` of GET /api/auth/state, beside the cookie, for what changes something."),
                "ticket",
                        ordered(
                                "type", "apiKey",
                                "in", "query",
                                "name", "ticket",
                                "description", "Of POST /api/live/ticket; works once, within 30 s."));
    }

    static List<Object> security(String verb, boolean login, boolean websocket) {
        var bearer = ordered("bearer", List.of());
        if (websocket) {
            return List.of(bearer, ordered("ticket", List.of()));
        }
        if (!login) {
            return List.of();
        }
        return List.of(
                bearer,
                verb.equals("GET") ? ordered("cookie", List.of()) : ordered("cookie", List.of(), "csrf", List.of()));
    }

    static Map<String, Object> problem(List<String> codes) {
        var text = ordered("type", "string");
        return ordered(
                "type",
                "object",
                "description",
                "An error, as RFC 9457 tells it.",
                "properties",
                ordered(
                        "type", text,
                        "title", text,
                        "status", ordered("type", "integer"),
                        "detail", text,
                        "instance", text,
                        "code", ordered("type", "string", "enum", codes),
                        "spent", ordered("type", "string", "enum", List.of("no", "yes", "unknown")),
                        "field", text,
                        "choices", ordered("type", "array", "items", ordered("$ref", "#/components/schemas/GiftLine"))),
                "required",
                List.of("title", "status", "detail", "code", "spent"));
    }
}
