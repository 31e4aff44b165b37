package app.cadeau.team;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sessions that called last, so that no call needs the database to be known, and a stop works without one. True
 * because one daemon works on a database and every end is told here.
 */
final class LiveSessions {

    private static final int MOST = 1_000;

    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };
    private long ends;

    Optional<Session> get(String id, Function<String, Optional<Session>> find) {
        long before;
        synchronized (this) {
            var known = sessions.get(id);
            if (known != null) {
                return Optional.of(known);
            }
            before = ends;
        }
        var found = find.apply(id);
        found.ifPresent(session -> remember(session, before));
        return found;
    }

    /** Not when anything ended since it was looked for: it may have been this one. */
    private synchronized void remember(Session session, long before) {
        if (ends == before) {
            sessions.put(session.id(), session);
        }
    }

    synchronized void forget(String id) {
        ends++;
        sessions.remove(id);
    }
}
