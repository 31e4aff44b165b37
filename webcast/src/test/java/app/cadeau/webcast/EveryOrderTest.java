package app.cadeau.webcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Streak A in every order, with every loss, and every frame twice; and random streaks of many senders in between. */
class EveryOrderTest {

    private static final List<GiftFrame> A = Vectors.streak("A", 6);

    @Test
    void countsStreakAByTheRuleInEveryOrderOfEverySubset() {
        List<List<GiftFrame>> orders = new ArrayList<>();
        orders(List.of(), A, orders::add);
        assertThat(orders).hasSize(1957);
        orders.forEach(EveryOrderTest::countsByTheRule);
    }

    @Test
    void countsStreakAByTheRuleWithAnyFrameOfAnyOrderComingTwice() {
        orders(List.of(), A, order -> {
            for (int again = 0; again < order.size(); again++) {
                for (int at = 0; at <= order.size(); at++) {
                    List<GiftFrame> twice = new ArrayList<>(order);
                    twice.add(at, order.get(again));
                    countsByTheRule(twice);
                }
            }
        });
    }

    @Test
    void countsElevenWheneverTheFirstAndTheLastThatAddAreThere() {
        orders(List.of(), A, order -> {
            if (order.contains(A.get(0)) && order.contains(A.get(4))) {
                assertThat(counted(order)).isEqualTo(11);
            }
        });
    }

    @Property(tries = 300)
    void countsRandomStreaksOfManySendersInAnyInterleavingWithLossesAndRepetitions(@ForAll long seed) {
        Random chance = new Random(seed);
        List<GiftFrame> frames = new ArrayList<>();
        for (int sender = 1; sender <= 12; sender++) {
            frames.addAll(streak(sender, chance));
        }
        frames.removeIf(frame -> chance.nextInt(5) == 0);
        List<GiftFrame> again =
                frames.stream().filter(frame -> chance.nextInt(4) == 0).toList();
        frames.addAll(again);
        java.util.Collections.shuffle(frames, chance);

        Streaks streaks = new Streaks(1_000);
        int added =
                frames.stream().mapToInt(frame -> streaks.add(frame).added()).sum();

        Map<GiftFrame.Key, List<GiftFrame>> each = frames.stream().collect(Collectors.groupingBy(GiftFrame::key));
        each.forEach((key, its) -> assertThat(streaks.total(key)).isEqualTo(ruled(its)));
        assertThat(added)
                .isEqualTo(
                        each.values().stream().mapToInt(EveryOrderTest::ruled).sum());
    }

    @Property(tries = 300)
    void countsWhatWasSentWhenNoEndOfAStreakIsLost(@ForAll long seed) {
        Random chance = new Random(seed);
        List<GiftFrame> frames = streak(7, chance);
        int sent = frames.getLast().repeatCount();
        List<GiftFrame> kept = new ArrayList<>(frames);
        kept.removeIf(frame -> frame != frames.getFirst() && frame.repeatCount() != sent && chance.nextBoolean());
        java.util.Collections.shuffle(kept, chance);
        assertThat(counted(kept)).isEqualTo(sent);
    }

    private static void countsByTheRule(List<GiftFrame> frames) {
        Streaks streaks = new Streaks(10);
        int added = 0;
        for (GiftFrame frame : frames) {
            Streaks.Count count = streaks.add(frame);
            assertThat(count.added()).isNotNegative();
            added += count.added();
            assertThat(count.total()).isEqualTo(added);
        }
        assertThat(added).as("%s", frames).isEqualTo(ruled(frames));
    }

    /** Live-facts 2.4, in its own words: highest repeat_count − lowest (repeat_count − increment) of frames that do not end. */
    private static int ruled(List<GiftFrame> frames) {
        List<GiftFrame> adding = frames.stream().filter(frame -> !frame.end()).toList();
        int highest = adding.stream().mapToInt(GiftFrame::repeatCount).max().orElse(0);
        int lowest = adding.stream()
                .mapToInt(frame -> frame.repeatCount() - frame.increment())
                .min()
                .orElse(0);
        return highest - lowest;
    }

    private static int counted(List<GiftFrame> frames) {
        Streaks streaks = new Streaks(10);
        frames.forEach(streaks::add);
        return streaks.total(frames.getFirst().key());
    }

    /** Some frames of growing count and, mostly, an end frame that repeats the last. */
    private static List<GiftFrame> streak(int sender, Random chance) {
        var key = new GiftFrame.Key(1, sender, chance.nextInt(2), 5655, 1 + chance.nextInt(1_000_000));
        List<GiftFrame> frames = new ArrayList<>();
        int count = 0;
        for (int i = 1 + chance.nextInt(8); i > 0; i--) {
            int increment = 1 + chance.nextInt(20);
            count += increment;
            frames.add(new GiftFrame(chance.nextLong(), key, count, increment, increment, false));
        }
        if (chance.nextInt(4) > 0) {
            frames.add(new GiftFrame(chance.nextLong(), key, count, 0, 0, true));
        }
        return frames;
    }

    /** Every arrangement of every subset that is not empty, and the empty one. */
    private static void orders(List<GiftFrame> soFar, List<GiftFrame> left, Consumer<List<GiftFrame>> each) {
        each.accept(soFar);
        IntStream.range(0, left.size()).forEach(i -> {
            List<GiftFrame> longer = new ArrayList<>(soFar);
            longer.add(left.get(i));
            List<GiftFrame> fewer = new ArrayList<>(left);
            fewer.remove(i);
            orders(longer, fewer, each);
        });
    }
}
