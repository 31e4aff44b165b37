package app.cadeau.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How other people tap a gift, as it was measured: a streak of taps 90 to 3227 ms apart, half of them under 639 ms, some
 * of several at once; and at times the same person is at another gift before the first streak is closed.
 */
final class CrowdTaps {

    private static final int AT_ONCE = 16;
    private static final double MEDIAN_GAP = 639;
    private static final double SPREAD = 0.7;
    private static final int LONGEST = 14;

    private final Echoes echoes;
    private final Shop shop;
    private final Clock clock;
    private final Random random;
    private final ScheduledExecutorService thread;
    private int tapping;

    CrowdTaps(Echoes echoes, Shop shop, Clock clock, long seed, ScheduledExecutorService thread) {
        this.echoes = echoes;
        this.shop = shop;
        this.clock = clock;
        this.random = new Random(seed * 23);
        this.thread = thread;
    }

    /** Somebody begins to give one of these gifts. Beyond a number of people at once, nobody does. */
    void begin(Live live, GiftFrames.Giver giver, List<Long> gifts) {
        if (tapping < AT_ONCE) {
            long id = gifts.get(random.nextInt(gifts.size()));
            shop.find(id).ifPresent(gift -> begin(live, giver, gift, gifts));
        }
    }

    private void begin(Live live, GiftFrames.Giver giver, SimGift gift, List<Long> gifts) {
        tapping++;
        int taps = gift.combo() ? 1 + (int) (LONGEST * random.nextDouble() * random.nextDouble()) : 1;
        tap(live, giver, gift, recipient(live), taps, gifts);
    }

    private Seat recipient(Live live) {
        List<Seat> guests = live.guests();
        return guests.isEmpty() || random.nextBoolean() ? live.hostSeat() : guests.get(random.nextInt(guests.size()));
    }

    private void tap(Live live, GiftFrames.Giver giver, SimGift gift, Seat to, int left, List<Long> gifts) {
        if (left == 0 || !live.canReceive()) {
            tapping--;
            if (random.nextInt(8) == 0) {
                begin(live, giver, gifts);
            }
            return;
        }
        int count = gift.combo() && random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
        live.receive(gift.coins() * count);
        echoes.landed(giver, gift, live, to, count, clock.millis() - 200, false);
        thread.schedule(() -> tap(live, giver, gift, to, left - 1, gifts), gapMillis(random), TimeUnit.MILLISECONDS);
    }

    static long gapMillis(Random random) {
        return (long) Math.clamp(MEDIAN_GAP * Math.exp(SPREAD * random.nextGaussian()), 90, 3227);
    }
}
