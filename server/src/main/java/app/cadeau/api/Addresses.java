package app.cadeau.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which addresses this daemon is called, and by which pages. */
@Component
final class Addresses {

    /** Whether the Host that a request names is ours. */
    boolean ours(HttpServletRequest request) {
        var host = request.getHeader("Host");
        var port = request.getLocalPort();
        return host != null && Set.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }

    /** Whether an Origin is the one that this very request went to. */
    boolean sameOrigin(HttpServletRequest request, @Nullable String origin) {
        return origin != null && origin.equals("http://" + request.getHeader("Host"));
    }

    /** Who asks, as throttles count them. */
    String from(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
