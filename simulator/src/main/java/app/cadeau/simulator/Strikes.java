package app.cadeau.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often the newest gift of each giver counted, until its frame has told it. Bounded. Safe for any thread. */
final class Strikes {

    private static final int KEPT = 2000;

    private record Key(long roomId, long userId, long giftId) {}

    private final Map<Key, Strike> newest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Strike> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void note(Live live, long userId, SimGift gift, Strike strike) {
        newest.put(new Key(live.roomId(), userId, gift.id()), strike);
    }

    /** Match info for the frame of a gift; nothing outside of a battle. */
    synchronized void tell(WireMessage frame, Live live, long userId, SimGift gift) {
        Strike strike = newest.get(new Key(live.roomId(), userId, gift.id()));
        if (strike == null || strike.times() == 1) {
            return;
        }
        WireMessage info = new WireMessage();
        if (strike.byGlove()) {
            info.set(1, 1);
        }
        info.set(2, 1);
        if (strike.type() != 0) {
            info.set(3, strike.type());
        }
        frame.set(33, info.set(4, strike.times()));
    }

    synchronized void clear() {
        newest.clear();
    }
}
