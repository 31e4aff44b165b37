package app.cadeau.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Under which addresses this daemon is called, and by which pages: this machine, the very address that a call came in by,
 * and the public URL. A name that somebody else points here is none of them.
 */
@Component
final class Addresses {

    private final @Nullable URI publicUrl;

    Addresses(ApiSettings settings) {
        var url = settings.publicUrl();
        publicUrl = url.isBlank() ? null : checked(URI.create(url));
    }

    private static URI checked(URI url) {
        var path = url.getPath();
        if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                || url.getHost() == null
                || url.getUserInfo() != null
                || path != null && !path.isEmpty() && !path.equals("/")) {
            throw new IllegalArgumentException("CADEAU_PUBLIC_URL is https://HOST or https://HOST:PORT, not " + url);
        }
        return url;
    }

    /** Whether the Host that a request names is ours. */
    boolean ours(HttpServletRequest request) {
        var host = request.getHeader("Host");
        var port = ":" + request.getLocalPort();
        return host != null
                && (List.of("127.0.0.1" + port, "localhost" + port, "[::1]" + port, request.getLocalAddr() + port)
                                .contains(host)
                        || isPublic(host));
    }

    private boolean isPublic(@Nullable String host) {
        return publicUrl != null && publicUrl.getRawAuthority().equalsIgnoreCase(String.valueOf(host));
    }

    /** Whether an Origin is the one that this very request went to. */
    boolean sameOrigin(HttpServletRequest request, @Nullable String origin) {
        return origin != null
                && origin.equals((encrypted(request) ? "https://" : "http://") + request.getHeader("Host"));
    }

    /** Whether the browser speaks TLS, to us or to the proxy before us. */
    boolean encrypted(HttpServletRequest request) {
        return request.isSecure()
                || publicUrl != null && "https".equals(publicUrl.getScheme()) && isPublic(request.getHeader("Host"));
    }

    /** Who asks, as throttles count them; a proxy of this machine is believed about whom it asks for, and nobody else. */
    String from(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        var peer = request.getRemoteAddr();
        if (forwarded == null || !isPublic(request.getHeader("Host")) || !loopback(peer)) {
            return peer;
        }
        var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9A-Fa-f.:]{2,45}") ? last : peer;
    }

    private static boolean loopback(String address) {
        return InetAddress.ofLiteral(address).isLoopbackAddress();
    }
}
