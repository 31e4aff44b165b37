package app.cadeau.live;

/**
 * Messages that were delivered, the newest so many of them. The platform's own page drops repeats by the same key. A busy
 * LIVE brings hundreds a second to each page, so they are kept as numbers in tables of a fixed size.
 */
final class Deliveries {

    private static final long SCATTER = 0x9E3779B97F4A7C15L; // 2^64 ÷ the golden ratio: Knuth, TAOCP 3, 6.4

    /** A ring, in the order in which they came. */
    private final long[] rooms;

    private final long[] messages;
    private int next;
    private int known;

    /** Where in the ring a key lies, plus one; 0 where nothing is. At most half full, and searched onward from its home. */
    private final int[] table;

    Deliveries(int size) {
        rooms = new long[size];
        messages = new long[size];
        table = new int[Integer.highestOneBit(size) * 4];
    }

    /** True the first time. */
    boolean first(long roomId, long msgId) {
        if (table[search(roomId, msgId)] != 0) {
            return false;
        }
        if (known == rooms.length) {
            forget(search(rooms[next], messages[next]));
        } else {
            known++;
        }
        rooms[next] = roomId;
        messages[next] = msgId;
        table[search(roomId, msgId)] = next + 1;
        next = (next + 1) % rooms.length;
        return true;
    }

    /** Where the key is in the table, or the empty place where it would be. */
    private int search(long roomId, long msgId) {
        int place = home(roomId, msgId);
        while (table[place] != 0 && !(messages[table[place] - 1] == msgId && rooms[table[place] - 1] == roomId)) {
            place = after(place);
        }
        return place;
    }

    /** Empties a place, and moves up what was put behind it for want of it. */
    private void forget(int emptied) {
        int hole = emptied;
        for (int place = after(hole); table[place] != 0; place = after(place)) {
            int home = home(rooms[table[place] - 1], messages[table[place] - 1]);
            if (distance(home, place) >= distance(hole, place)) {
                table[hole] = table[place];
                hole = place;
            }
        }
        table[hole] = 0;
    }

    private int home(long roomId, long msgId) {
        return (int) (((roomId ^ msgId) * SCATTER) >>> 32) & (table.length - 1);
    }

    private int after(int place) {
        return (place + 1) & (table.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (table.length - 1);
    }
}
