package app.cadeau.api;

import app.cadeau.team.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The two cookies of a page. Their names say that no other site and no other path set them, and have the port: browsers
 * give cookies to every port of a host, and the demo has its own daemon.
 */
final class Cookies {

    private static final String ACCESS = "__Host-cadeau-";
    private static final String REFRESH = "__Host-cadeau-refresh-";

    private Cookies() {}

    static @Nullable String access(HttpServletRequest request) {
        return read(request, ACCESS + request.getLocalPort());
    }

    static @Nullable String refresh(HttpServletRequest request) {
        return read(request, REFRESH + request.getLocalPort());
    }

    private static @Nullable String read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    /** The access token's cookie outlives the token, so that a page is told to refresh rather than to log in. */
    static void set(HttpServletRequest request, HttpServletResponse response, Tokens tokens) {
        write(response, ACCESS + request.getLocalPort(), tokens.access(), tokens.refreshLives());
        write(response, REFRESH + request.getLocalPort(), tokens.refresh(), tokens.refreshLives());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(response, ACCESS + request.getLocalPort(), "", Duration.ZERO);
        write(response, REFRESH + request.getLocalPort(), "", Duration.ZERO);
    }

    private static void write(HttpServletResponse response, String name, String value, Duration lives) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(lives)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
