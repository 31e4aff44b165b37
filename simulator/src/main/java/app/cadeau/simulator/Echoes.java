package app.cadeau.simulator;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings every gift that was taken back in the stream: streaks with cumulative counts, several taps in one frame, an end
 * frame 1 to 4 s after the last, and the faults of echoes. Runs on the simulator's one thread.
 */
final class Echoes {

    /** Makes 3.31 s the median of the quiet before an end frame, between 1.05 and 4 s. */
    private static final double QUIET_POWER = 0.385;

    /** Of other people's streaks one in so many is never closed. */
    private static final int CROWD_ENDS_LOST = 25;

    private static final String METHOD = "WebcastGiftMessage";

    /** What the answer to the request may tell about the streak. */
    record Landed(long groupId, int groupCount, int repeatCount, long msgId, String orderId) {}

    private record StreakKey(long roomId, long userId, long recipientId, long giftId, int groupCount) {}

    /** A streak that is still open. {@code untold} taps wait for the next frame. */
    private static final class Streak {
        private final GiftFrames.Giver giver;
        private final SimGift gift;
        private final Live live;
        private final Seat recipient;
        private final int groupCount;
        private final long groupId;
        private final boolean ours;
        private int repeatCount;
        private int untold;
        private long msgId;
        private String orderId = "";
        private long lastFrameAt;
        private int version;

        Streak(
                GiftFrames.Giver giver,
                SimGift gift,
                Live live,
                Seat recipient,
                int groupCount,
                long groupId,
                boolean ours) {
            this.giver = giver;
            this.gift = gift;
            this.live = live;
            this.recipient = recipient;
            this.groupCount = groupCount;
            this.groupId = groupId;
            this.ours = ours;
        }
    }

    private record Frame(Live live, long msgId, byte[] payload) {}

    private final Stream stream;
    private final GiftFrames frames;
    private final Faults faults;
    private final Variations variations;
    private final Ids ids;
    private final Clock clock;
    private final Random random;
    private final long gapMillis;
    private final ScheduledExecutorService thread;
    private final SwappedPairs pairs;
    private final Map<StreakKey, Streak> open = new HashMap<>();
    private long lastGroupId;
    private @Nullable Frame heldBack;

    Echoes(
            Stream stream,
            GiftFrames frames,
            Faults faults,
            Variations variations,
            Ids ids,
            Settings settings,
            ScheduledExecutorService thread) {
        this.stream = stream;
        this.frames = frames;
        this.faults = faults;
        this.variations = variations;
        this.ids = ids;
        this.clock = settings.clock();
        this.random = new Random(settings.seed());
        this.gapMillis = settings.pace().echoGap().toMillis();
        this.thread = thread;
        this.pairs = new SwappedPairs(stream, settings.seed(), thread);
    }

    /** @param ours only then the faults of echoes strike */
    Landed landed(
            GiftFrames.Giver giver,
            SimGift gift,
            Live live,
            Seat recipient,
            int asked,
            long pressedAtMillis,
            boolean ours) {
        live.supporters().gave(giver, gift.coins() * asked);
        boolean inGroups = asked > 1 && variations.has(Variation.COUNT_IN_GROUPS);
        int groupCount = inGroups ? asked : 1;
        int count = inGroups ? 1 : asked;
        String orderId = Long.toString(ids.next());
        if (!gift.combo()) {
            long msgId = ids.next();
            GiftFrames.Told told = new GiftFrames.Told(
                    giver, gift, live, recipient, msgId, 0, orderId, groupCount, count, count, clock.millis());
            // Made when it is due: what multiplied the gift is known only once it is in the ledger.
            thread.schedule(() -> emit(new Frame(live, msgId, frames.tap(told)), ours), delay(), TimeUnit.MILLISECONDS);
            return new Landed(0, groupCount, count, msgId, orderId);
        }
        StreakKey key = new StreakKey(live.roomId(), giver.userId(), recipient.userId(), gift.id(), groupCount);
        Streak streak = open.computeIfAbsent(
                key, _ -> new Streak(giver, gift, live, recipient, groupCount, groupId(pressedAtMillis), ours));
        streak.repeatCount += count;
        streak.orderId = orderId;
        if (streak.untold == 0) {
            streak.msgId = ids.next();
            long due = Math.max(delay(), streak.lastFrameAt + gapMillis - clock.millis());
            thread.schedule(() -> tell(key, streak), due, TimeUnit.MILLISECONDS);
        }
        streak.untold += count;
        return new Landed(streak.groupId, groupCount, streak.repeatCount, streak.msgId, orderId);
    }

    private long delay() {
        return 60 + random.nextInt(120);
    }

    /** The sender's clock at the first tap; never the same twice. */
    private long groupId(long pressedAtMillis) {
        lastGroupId = pressedAtMillis == lastGroupId ? lastGroupId + 1 : pressedAtMillis;
        return lastGroupId;
    }

    private void tell(StreakKey key, Streak streak) {
        GiftFrames.Told told = told(streak, streak.msgId, streak.untold);
        boolean bare = streak.ours && faults.strikes(Fault.ECHO_BARE).isPresent();
        byte[] payload = frames.tap(bare ? told.bare() : told);
        streak.untold = 0;
        streak.lastFrameAt = clock.millis();
        int version = ++streak.version;
        Frame frame = new Frame(streak.live, streak.msgId, payload);
        if (streak.ours) {
            emit(frame, true);
        } else {
            pairs.publish(streak.live, key, Stream.message(METHOD, streak.msgId, payload));
        }
        long quiet = quietMillis(random);
        thread.schedule(() -> end(key, streak, version), quiet, TimeUnit.MILLISECONDS);
    }

    static long quietMillis(Random random) {
        return 1050 + (long) (2950 * Math.pow(random.nextDouble(), QUIET_POWER));
    }

    private GiftFrames.Told told(Streak streak, long msgId, int increment) {
        return new GiftFrames.Told(
                streak.giver,
                streak.gift,
                streak.live,
                streak.recipient,
                msgId,
                streak.groupId,
                streak.orderId,
                streak.groupCount,
                increment,
                streak.repeatCount,
                clock.millis());
    }

    /** Closes a streak that was quiet since the frame which planned this. */
    private void end(StreakKey key, Streak streak, int version) {
        if (streak.version != version || streak.untold > 0) {
            return;
        }
        open.remove(key);
        boolean lost =
                streak.ours ? faults.strikes(Fault.ECHO_END_LOST).isPresent() : random.nextInt(CROWD_ENDS_LOST) == 0;
        if (lost) {
            return;
        }
        long msgId = ids.next();
        stream.publish(streak.live, METHOD, msgId, frames.end(told(streak, msgId, 0)));
    }

    private void emit(Frame frame, boolean ours) {
        if (!ours) {
            publish(frame);
            return;
        }
        Optional<Faults.Rule> late = faults.strikes(Fault.ECHO_LATE);
        boolean lost = faults.strikes(Fault.ECHO_LOST).isPresent();
        boolean twice = faults.strikes(Fault.ECHO_TWICE).isPresent();
        boolean swapped = faults.strikes(Fault.ECHO_SWAPPED, heldBack == null).isPresent();
        if (lost) {
            return;
        }
        if (late.isPresent()) {
            thread.schedule(() -> publish(frame), late.get().amount(), TimeUnit.MILLISECONDS);
        } else if (swapped) {
            heldBack = frame;
            thread.schedule(this::letGo, 1, TimeUnit.SECONDS);
        } else {
            publish(frame);
            letGo();
        }
        if (twice) {
            publish(frame);
        }
    }

    private void letGo() {
        Frame frame = heldBack;
        heldBack = null;
        if (frame != null) {
            publish(frame);
        }
    }

    private void publish(Frame frame) {
        stream.publish(frame.live(), METHOD, frame.msgId(), frame.payload());
    }
}
