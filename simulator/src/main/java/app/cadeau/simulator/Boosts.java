package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The multipliers that are open in a battle. A glove is a chance for each gift; a reward and a booster are certain. */
final class Boosts {

    /** Open from one moment up to another. {@code high} 0: certain. {@code rank} 0: for everyone's gifts. */
    private record Window(long hostId, long from, long until, int type, int times, int low, int high, int rank) {}

    private static final int KEPT = 100;

    private final Random random;
    private final boolean multiply;
    private final List<Window> windows = new ArrayList<>();

    Boosts(Random random, boolean multiply) {
        this.random = random;
        this.multiply = multiply;
    }

    /** A glove, or a booster: for gifts of whoever is second, or third, at the moment of the gift. */
    void card(Step.PlayCard card, long hostId, long from) {
        boolean glove = card.kind() == Step.CardKind.GLOVE;
        int rank = glove ? 0 : card.kind() == Step.CardKind.TOP_2 ? 2 : 3;
        int high = glove ? card.high() : 0;
        long until = from + card.seconds() * 1000L;
        add(new Window(hostId, from, until, glove ? Strike.GLOVE : rank, card.times(), card.low(), high, rank));
    }

    void reward(long hostId, long from, long until, int times) {
        add(new Window(hostId, from, until, 0, times, 0, 0, 0));
    }

    private void add(Window window) {
        if (windows.size() < KEPT) {
            windows.add(window);
        }
    }

    /** What one gift gets. Gloves do not stack: several open at once are one chance. */
    Strike strike(BattleHost host, long userId, long now) {
        List<Strike> struck = new ArrayList<>();
        boolean rolled = false;
        for (Window window : windows) {
            if (window.hostId() != host.id() || now < window.from() || now >= window.until()) {
                continue;
            }
            if (window.type() == Strike.GLOVE) {
                if (!rolled && random.nextDouble() * 100 < chance(window)) {
                    struck.add(new Strike(Strike.GLOVE, window.times()));
                }
                rolled = true;
            } else if (window.rank() == 0 || window.rank() == rank(host, userId)) {
                struck.add(new Strike(window.type(), window.times()));
            }
        }
        Strike best =
                struck.stream().max(Comparator.comparingInt(Strike::times)).orElse(Strike.PLAIN);
        return multiply
                ? new Strike(
                        best.type(), struck.stream().mapToInt(Strike::times).reduce(1, (a, b) -> a * b))
                : best;
    }

    private double chance(Window glove) {
        return glove.low() + random.nextDouble() * (glove.high() - glove.low());
    }

    private static int rank(BattleHost host, long userId) {
        List<BattleHost.Supporter> top = host.top();
        for (int i = 0; i < top.size(); i++) {
            if (top.get(i).who().userId() == userId) {
                return i + 1;
            }
        }
        return 0;
    }
}
