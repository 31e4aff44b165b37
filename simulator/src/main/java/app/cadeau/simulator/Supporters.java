package app.cadeau.simulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who gave how many coins in a LIVE; the smallest givers are forgotten when there are too many. Safe for any thread. */
final class Supporters {

    private static final int KEPT = 500;

    record Supporter(GiftFrames.Giver giver, long coins) {}

    private final Map<Long, Supporter> byId = new LinkedHashMap<>();

    synchronized void gave(GiftFrames.Giver giver, long coins) {
        byId.merge(
                giver.userId(),
                new Supporter(giver, coins),
                (before, now) -> new Supporter(now.giver(), before.coins() + now.coins()));
        if (byId.size() > KEPT) {
            byId.values().stream()
                    .min(Comparator.comparingLong(Supporter::coins))
                    .ifPresent(least -> byId.remove(least.giver().userId()));
        }
    }

    synchronized List<Supporter> top(int count) {
        return byId.values().stream()
                .sorted(Comparator.comparingLong(Supporter::coins).reversed())
                .limit(count)
                .toList();
    }
}
