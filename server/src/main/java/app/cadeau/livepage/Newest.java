package app.cadeau.livepage;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that remember only the newest of what a page tells, for it tells without end. */
final class Newest {

    private Newest() {}

    /** An empty one, of at most so many entries. */
    static <T> Map<String, T> of(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }
}
