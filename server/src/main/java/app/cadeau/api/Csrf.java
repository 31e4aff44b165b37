package app.cadeau.api;

import app.cadeau.team.Session;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * A text that only our own pages can read, bound to their session: a call by cookie that changes something brings it along,
 * and comes from our own origin.
 */
@Component
final class Csrf {

    private static final String HEADER = "X-CSRF-Token";

    private final Token token;
    private final Addresses addresses;

    Csrf(Token token, Addresses addresses) {
        this.token = token;
        this.addresses = addresses;
    }

    String of(Session session) {
        return token.seal("csrf " + session.id());
    }

    boolean broughtBy(HttpServletRequest request, Session session) {
        var brought = request.getHeader(HEADER);
        return fromUs(request) && brought != null && Secrets.same(of(session), brought);
    }

    boolean fromUs(HttpServletRequest request) {
        return addresses.sameOrigin(request, request.getHeader("Origin"));
    }
}
