package app.cadeau.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
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

    /** With the port behind it: browsers give cookies to every port of a host, and the demo has its own daemon. */
    private static final String COOKIE = "cadeau-";

    private static final long MOST_BYTES = 1_048_576;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
    private static final Set<String> HEALTH = Set.of("/api/health/live", "/api/health/ready");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Token token;
    private final PageKeys pageKeys;
    private final JsonMapper json;

    Doorman(Token token, PageKeys pageKeys, JsonMapper json) {
        this.token = token;
        this.pageKeys = pageKeys;
        this.json = json;
    }

    private record Refusal(HttpStatus status, String code, String sentence) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        harden(response);
        var refusal = refusal(request);
        if (refusal != null) {
            refuse(response, refusal);
        } else if ("/".equals(request.getRequestURI()) && request.getParameter("key") != null) {
            letIn(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void harden(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private @Nullable Refusal refusal(HttpServletRequest request) {
        var own = Set.of("127.0.0.1:" + request.getLocalPort(), "localhost:" + request.getLocalPort());
        var host = request.getHeader("Host");
        if (host == null || !own.contains(host)) {
            return new Refusal(HttpStatus.MISDIRECTED_REQUEST, "WRONG_HOST", "This daemon answers to its own address.");
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            return new Refusal(HttpStatus.FORBIDDEN, "WRONG_ORIGIN", "Pages of other sites may not call this daemon.");
        }
        var tooMuch = tooMuch(request);
        return tooMuch != null ? tooMuch : unknown(request, origin);
    }

    private static @Nullable Refusal tooMuch(HttpServletRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return new Refusal(HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED", "Say the length of the body.");
        }
        return request.getContentLengthLong() > MOST_BYTES
                ? new Refusal(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "A body has a megabyte at most.")
                : null;
    }

    private @Nullable Refusal unknown(HttpServletRequest request, @Nullable String origin) {
        var path = request.getRequestURI();
        if (!path.startsWith("/api") || HEALTH.contains(path) || token.borneBy(request.getHeader("Authorization"))) {
            return null;
        }
        if (cookie(request).filter(pageKeys::knows).isEmpty()) {
            return new Refusal(
                    HttpStatus.UNAUTHORIZED, "LOGIN_NEEDED", "Bring the token, or open the page by a fresh link.");
        }
        return HARMLESS.contains(request.getMethod()) || origin != null
                ? null
                : new Refusal(HttpStatus.FORBIDDEN, "WRONG_ORIGIN", "A page says where it comes from.");
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> (COOKIE + request.getLocalPort()).equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** The page loads in any case; without a cookie it says how to get in. */
    private void letIn(HttpServletRequest request, HttpServletResponse response) {
        var cookie = pageKeys.exchange(request.getParameter("key"));
        if (!cookie.isEmpty()) {
            response.addHeader(
                    "Set-Cookie",
                    COOKIE + request.getLocalPort() + "=" + cookie + "; Path=/; Max-Age="
                            + PageKeys.COOKIE_LIVES.toSeconds() + "; HttpOnly; SameSite=Strict");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        response.setContentType("application/problem+json");
        response.setHeader("Connection", "close");
        json.writeValue(
                response.getOutputStream(),
                Problems.detail(refusal.status(), refusal.code(), Problems.Spent.NO, refusal.sentence()));
    }
}
