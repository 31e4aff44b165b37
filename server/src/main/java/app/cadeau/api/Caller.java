package app.cadeau.api;

import app.cadeau.team.MemberName;
import app.cadeau.team.Role;
import app.cadeau.team.Session;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this call. A method of the API gets it as a parameter; only calls that need no log-in may have none.
 *
 * @param session null for the token of the home
 */
record Caller(
        MemberName member, Role role, Way way, @Nullable Session session) {

    /** By what they are known. */
    enum Way {
        TOKEN,
        BEARER,
        COOKIE
    }

    private static final String ATTRIBUTE = Caller.class.getName();

    static final Caller OWNER = new Caller(MemberName.OWNER, Role.ADMIN, Way.TOKEN, null);

    static Caller of(Session session, Way way) {
        return new Caller(session.member(), session.role(), way, session);
    }

    /** The member's name, as sends and the audit trail keep it. */
    String name() {
        return member.text();
    }

    static @Nullable Caller of(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
