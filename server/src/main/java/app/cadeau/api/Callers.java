package app.cadeau.api;

import app.cadeau.team.Known;
import app.cadeau.team.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who makes a call: by the token of the home, by an access token, or by the cookie of one. */
@Component
final class Callers {

    /** What a call says about who makes it. */
    sealed interface Found {}

    record Is(Caller caller) implements Found {}

    /** Their token is too old; a refresh brings another. */
    record TooOld() implements Found {}

    record Nobody() implements Found {}

    private static final String BEARER = "Bearer ";

    private final Token token;
    private final Sessions sessions;

    Callers(Token token, Sessions sessions) {
        this.token = token;
        this.sessions = sessions;
    }

    Found find(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return token.borneBy(authorization) ? new Is(Caller.OWNER) : bearer(authorization);
        }
        var access = Cookies.access(request);
        if (access != null) {
            return known(sessions.of(access), Caller.Way.COOKIE);
        }
        return Cookies.refresh(request) == null ? new Nobody() : new TooOld();
    }

    private Found bearer(String authorization) {
        return authorization.startsWith(BEARER)
                ? known(sessions.of(authorization.substring(BEARER.length()).strip()), Caller.Way.BEARER)
                : new Nobody();
    }

    private static Found known(Known known, Caller.Way way) {
        return switch (known) {
            case Known.As(var session) -> new Is(Caller.of(session, way));
            case Known.Expired() -> new TooOld();
            case Known.Nobody() -> new Nobody();
        };
    }

    /** For who only wants to know whether there is a log-in: also one whose access token is too old. */
    Optional<Caller> lenient(HttpServletRequest request) {
        if (find(request) instanceof Is(var caller)) {
            return Optional.of(caller);
        }
        var refresh = Cookies.refresh(request);
        return refresh == null || request.getHeader("Authorization") != null
                ? Optional.empty()
                : sessions.peek(refresh).map(session -> Caller.of(session, Caller.Way.COOKIE));
    }
}
