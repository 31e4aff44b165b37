package app.cadeau.livepage;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which connection a request is sure to use first. Chromium repeats a POST by itself when the server drops the reused
 * connection it went out on, and the repeat may take another connection that is open already: that its answer came on
 * a reused one proves nothing. Over HTTP/1.1 it takes the idle connection that was used last; so the answer came on the
 * first one when that is the connection of the last call that ended, with no call begun in between.
 */
final class Connections {

    private static final int REMEMBERED = 512;

    private final Map<String, Long> idle = new LinkedHashMap<>();
    private final Map<String, Long> taken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A request leaves the browser now. */
    void leaves(String key, String url) {
        Long connection = idle.remove(origin(url));
        if (connection != null) {
            taken.put(key, connection);
        }
    }

    /** A call's answer has come whole: its connection is idle, and was used last. */
    void rests(String url, long connection) {
        if (idle.size() < REMEMBERED) {
            idle.put(origin(url), connection);
        }
    }

    /** True when no repeat can hide behind this answer. One HTTP/2 connection carries all calls, so there reuse is enough. */
    boolean same(String key, boolean reused, long connection, @Nullable String protocol) {
        Long first = taken.remove(key);
        return reused && ("h2".equals(protocol) || (first != null && first == connection));
    }

    private static String origin(String url) {
        try {
            URI uri = URI.create(url.split("[?#]", 2)[0]);
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException odd) {
            return url;
        }
    }
}
