package app.cadeau.live;

import java.util.LinkedHashSet;

/** Messages that were delivered, the newest so many of them. The platform's own page drops repeats by the same key. */
final class Deliveries {

    private record Key(long roomId, long msgId) {}

    private final int size;
    private final LinkedHashSet<Key> keys = new LinkedHashSet<>();

    Deliveries(int size) {
        this.size = size;
    }

    /** True the first time. */
    boolean first(long roomId, long msgId) {
        boolean first = keys.add(new Key(roomId, msgId));
        if (keys.size() > size) {
            keys.removeFirst();
        }
        return first;
    }
}
