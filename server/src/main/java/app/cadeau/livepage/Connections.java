package app.cadeau.livepage;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which connection a request is sure to use first. Chromium repeats a POST by itself when the server drops the reused
 * connection it went out on, and the repeat may take another connection that is open already: that its answer came on
 * a reused one proves nothing. Over HTTP/1.1 it takes the idle connection that was used last; so the answer came on the
 * first one when that is the connection of the call that ended last, with no call begun in between. Which ended last is
 * told by the browser's own clock: its events come in another order, where calls end within a few milliseconds.
 */
final class Connections {

    private static final int REMEMBERED = 512;

    /** Of one origin: when the last call began, and which connection a call has left idle since, and when. */
    private static final class Pool {
        private double begun;
        private double rested;
        private @Nullable Long idle;
    }

    private final Map<String, Pool> pools = Newest.of(REMEMBERED);
    private final Map<String, Long> taken = Newest.of(REMEMBERED);

    /**
     * A request leaves the browser now.
     *
     * @param begun seconds of the browser's clock, at which the page made it
     */
    void leaves(String key, String url, double begun) {
        Pool pool = pool(url);
        if (pool.idle != null) {
            taken.put(key, pool.idle);
        }
        pool.idle = null;
        pool.begun = Math.max(pool.begun, begun);
    }

    /**
     * A call's answer has come whole, and its connection is idle. One that ended before another call began may have been
     * taken by that one already: nothing is known of it.
     *
     * @param ended seconds of the browser's clock
     */
    void rests(String url, long connection, double ended) {
        Pool pool = pool(url);
        if (ended >= pool.begun && (pool.idle == null || ended >= pool.rested)) {
            pool.idle = connection;
            pool.rested = ended;
        }
    }

    /** True when no repeat can hide behind this answer. One HTTP/2 connection carries all calls, so there reuse is enough. */
    boolean same(String key, boolean reused, long connection, @Nullable String protocol) {
        Long first = taken.remove(key);
        return reused && ("h2".equals(protocol) || (first != null && first == connection));
    }

    private Pool pool(String url) {
        return pools.computeIfAbsent(origin(url), origin -> new Pool());
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
