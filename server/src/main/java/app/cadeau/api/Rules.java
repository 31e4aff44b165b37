package app.cadeau.api;

import app.cadeau.team.Permission;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one table of who may call what. The first line that fits decides; what no line names under /api is for those who
 * govern, so that a new call is shut until somebody opens it.
 */
final class Rules {

    /** @param permission null for everybody, logged in or not */
    record Rule(Pattern method, Pattern path, @Nullable Permission permission) {

        boolean fits(String asked, String where) {
            return method.matcher(asked).matches() && path.matcher(where).matches();
        }
    }

    private static final String LOOKING = "GET|HEAD";
    private static final String ANY = "[A-Z]+";

    private static final List<Rule> TABLE = List.of(
            open(LOOKING, "/api/health/(live|ready)"),
            // Its own door asks for a token or a ticket: a browser cannot bring a header there.
            open("GET", "/api/live"),
            // A page without data, as those outside /api.
            open(LOOKING, "/api/docs"),
            open(LOOKING, "/api/auth/state"),
            open("POST", "/api/auth/(login|refresh|logout)"),
            rule("POST", "/api/auth/first-admin", Permission.GOVERN),
            rule(ANY, "/api/auth/(password|sessions|sessions/[^/]+)", Permission.LOOK),
            rule(ANY, "/api/auth/.*", Permission.GOVERN),
            rule(ANY, "/api/(members|members/.*|audit|page-key|master-key/.*)", Permission.GOVERN),
            rule(LOOKING, "/api/consent", Permission.LOOK),
            rule(ANY, "/api/consent", Permission.GOVERN),
            rule("POST", "/api/(send|stop|quote)", Permission.SEND),
            rule("POST", "/api/live/ticket", Permission.LOOK),
            rule(
                    LOOKING,
                    "/api/(status|balance|gifts|gifts/.+|streams|streams/.+|multiplier/.+|metrics)",
                    Permission.LOOK),
            rule(
                    LOOKING,
                    "/api/(sends|sends/.+|campaigns|campaigns/.+|queue|budgets|restored|openapi\\.json)",
                    Permission.LOOK),
            rule(LOOKING, "/api/(accounts|accounts/[^/]+|ledger/.+)", Permission.LOOK),
            rule(LOOKING, "/api/(doctor|accounts/.+)", Permission.CHANGE),
            rule("POST", "/api/streams/.+/check", Permission.SEND),
            rule("PUT|DELETE", "/api/streams/.+", Permission.CHANGE),
            rule("POST", "/api/sends/.+/resolve", Permission.CHANGE),
            rule("POST", "/api/queue/(pause|resume)", Permission.CHANGE),
            rule(ANY, "/api/(budgets|budgets/.*|accounts|accounts/.+)", Permission.CHANGE),
            rule(ANY, "/api/(backup|restored/accept)", Permission.GOVERN));

    private Rules() {}

    private static Rule open(String method, String path) {
        return new Rule(Pattern.compile(method), Pattern.compile(path), null);
    }

    private static Rule rule(String method, String path, Permission permission) {
        return new Rule(Pattern.compile(method), Pattern.compile(path), permission);
    }

    /** The line of the table for a call, if it has one. */
    static Optional<Rule> line(String method, String path) {
        return TABLE.stream().filter(rule -> rule.fits(method, path)).findFirst();
    }

    /** What a call under /api asks for; null for nothing. */
    static @Nullable Permission of(String method, String path) {
        var line = line(method, path);
        return line.isPresent() ? line.get().permission() : Permission.GOVERN;
    }
}
