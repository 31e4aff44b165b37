package app.cadeau.simulator;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One host in a battle: the score, and who made it. */
final class BattleHost {

    /** What one viewer brought: points, and the coins they cost. */
    record Supporter(GiftFrames.Giver who, long points, long coins) {}

    private static final int TOLD = 3;
    private static final int KEPT = 5000;

    final Live live;
    final boolean ours;
    private final Map<Long, Supporter> supporters = new LinkedHashMap<>();
    private final Set<Long> likers = new HashSet<>();
    private long score;

    BattleHost(Live live, boolean ours) {
        this.live = live;
        this.ours = ours;
    }

    long id() {
        return live.hostId();
    }

    long score() {
        return score;
    }

    void add(GiftFrames.Giver who, long points, long coins) {
        score += points;
        if (supporters.size() < KEPT || supporters.containsKey(who.userId())) {
            supporters.merge(
                    who.userId(),
                    new Supporter(who, points, coins),
                    (old, more) -> new Supporter(who, old.points() + points, old.coins() + coins));
        }
    }

    /** Whether this viewer likes for the first time in this battle. */
    boolean firstLike(long userId) {
        return likers.size() < KEPT && likers.add(userId);
    }

    /** The first three. */
    List<Supporter> top() {
        return supporters.values().stream()
                .sorted(Comparator.comparingLong(Supporter::points).reversed())
                .limit(TOLD)
                .toList();
    }
}
