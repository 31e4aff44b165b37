package app.cadeau.simulator;

import java.util.Map;
import java.util.Set;

/**
 * Who may send a gift, and how often.
 *
 * @param fanLevel the level of the host's fan club that it needs; 0 needs none
 * @param subscribers only for the host's subscribers
 * @param prop taken from the sender's bag
 * @param perHost how often an account may send it to one host in a day; 0 as often as it likes
 */
record Terms(int fanLevel, boolean subscribers, boolean prop, int perHost) {

    static final Terms NONE = new Terms(0, false, false, 0);

    private static final Map<Long, Terms> OF_GIFTS = Map.of(
            7934L, new Terms(0, false, false, 1),
            6466L, new Terms(0, false, false, 1),
            12355L, new Terms(1, false, false, 0),
            12356L, new Terms(5, false, false, 0),
            12357L, new Terms(10, false, false, 0),
            9139L, new Terms(0, true, false, 0),
            8202L, new Terms(0, false, true, 0));

    static Terms of(long giftId) {
        return OF_GIFTS.getOrDefault(giftId, NONE);
    }

    /** Those that stand on a page of the panel of their own. */
    static Set<Long> special() {
        return OF_GIFTS.keySet();
    }

    /** Whether the list shows it locked to this account. */
    boolean locked(Standing standing) {
        return fanLevel > standing.fanLevel() || subscribers && !standing.subscribed();
    }

    /** 1: a level is missing, 2: a subscription. */
    int lockType() {
        return subscribers ? 2 : fanLevel > 0 ? 1 : 0;
    }
}
