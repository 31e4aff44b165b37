package app.cadeau.api;

import app.cadeau.team.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in front of everything: who may call, from where, and how much they may bring. Host and Origin keep out pages
 * of other sites, which a browser on this machine would otherwise let in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Doorman extends OncePerRequestFilter {

    private static final long MOST_BYTES = 1_048_576;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private final Addresses addresses;
    private final Callers callers;
    private final Csrf csrf;
    private final PageKeys pageKeys;
    private final Sessions sessions;
    private final JsonMapper json;

    Doorman(Addresses addresses, Callers callers, Csrf csrf, PageKeys pageKeys, Sessions sessions, JsonMapper json) {
        this.addresses = addresses;
        this.callers = callers;
        this.csrf = csrf;
        this.pageKeys = pageKeys;
        this.sessions = sessions;
        this.json = json;
    }

    private record Refusal(HttpStatus status, String code, String sentence) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Headers.harden(response, addresses.encrypted(request));
        var refusal = refusal(request);
        if (refusal != null) {
            refuse(request, response, refusal);
        } else if ("/".equals(request.getRequestURI()) && request.getParameter("key") != null) {
            letIn(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable Refusal refusal(HttpServletRequest request) {
        if (!addresses.ours(request)) {
            return new Refusal(HttpStatus.MISDIRECTED_REQUEST, "WRONG_HOST", "This daemon answers to its own address.");
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !addresses.sameOrigin(request, origin)) {
            return new Refusal(HttpStatus.FORBIDDEN, "WRONG_ORIGIN", "Pages of other sites may not call this daemon.");
        }
        var tooMuch = tooMuch(request);
        return tooMuch != null ? tooMuch : path(request).startsWith("/api") ? call(request) : page(request);
    }

    /** The path as it is dispatched, decoded and without parameters: {@code /%61pi} is {@code /api}. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static @Nullable Refusal tooMuch(HttpServletRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return new Refusal(HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED", "Say the length of the body.");
        }
        return request.getContentLengthLong() > MOST_BYTES
                ? new Refusal(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "A body has a megabyte at most.")
                : null;
    }

    /** Pages hold no data, so everybody may read them; nobody may do anything else with them. */
    private static @Nullable Refusal page(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod())
                ? null
                : new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "Pages can only be read.");
    }

    private @Nullable Refusal call(HttpServletRequest request) {
        var needed = Rules.of(request.getMethod(), path(request));
        return switch (callers.find(request)) {
            case Callers.Is(var caller) -> {
                if (needed != null && !caller.role().may(needed)) {
                    yield new Refusal(HttpStatus.FORBIDDEN, "NOT_ALLOWED", "Your role does not allow this.");
                }
                caller.enter(request);
                yield needed == null ? null : forged(request, caller);
            }
            case Callers.TooOld() ->
                needed == null
                        ? null
                        : new Refusal(
                                HttpStatus.UNAUTHORIZED, "TOKEN_EXPIRED", "The access token is too old; refresh it.");
            case Callers.Nobody() ->
                needed == null
                        ? null
                        : new Refusal(HttpStatus.UNAUTHORIZED, "LOGIN_NEEDED", "Log in, or bring the token.");
        };
    }

    private @Nullable Refusal forged(HttpServletRequest request, Caller caller) {
        return caller.way() != Caller.Way.COOKIE
                        || HARMLESS.contains(request.getMethod())
                        || csrf.broughtBy(request, Objects.requireNonNull(caller.session()))
                ? null
                : new Refusal(HttpStatus.FORBIDDEN, "CSRF", "This call does not come from our own page; load it anew.");
    }

    /** The page loads in any case; without a session it says how to get in. */
    private void letIn(HttpServletRequest request, HttpServletResponse response) {
        if (pageKeys.use(request.getParameter("key"))) {
            var agent = request.getHeader("User-Agent");
            Cookies.set(
                    request,
                    response,
                    sessions.beginOwners(agent == null ? "" : agent).tokens());
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setHeader("Connection", "close");
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        var detail = Problems.detail(refusal.status(), refusal.code(), Problems.Spent.NO, refusal.sentence());
        Problems.write(request, response, detail, json);
    }
}
