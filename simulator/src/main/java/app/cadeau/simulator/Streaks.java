package app.cadeau.simulator;

import java.util.Random;
import java.util.function.Function;

/** Gifts of other people with the shape that a script gives them: frames of a streak, and the one that closes it. */
final class Streaks {

    private static final String METHOD = "WebcastGiftMessage";

    /** Hears of every gift before its frame is made. */
    interface Heard {
        void gave(Live live, GiftFrames.Giver giver, SimGift gift, int count);
    }

    private final Stage stage;
    private final Timeline timeline;
    private final Announcer announcer;
    private final Random random;
    private final Heard heard;
    private long lastGroup;

    Streaks(Stage stage, Timeline timeline, Announcer announcer, Random random, Heard heard) {
        this.stage = stage;
        this.timeline = timeline;
        this.announcer = announcer;
        this.random = random;
        this.heard = heard;
    }

    /** One giver's gifts to one on stage. */
    record Aim(GiftFrames.Giver giver, SimGift gift, Live live, Seat seat) {}

    void give(Aim aim, Iterable<Integer> taps, long every) {
        lastGroup = Math.max(lastGroup + 1, announcer.millis() - 200);
        long group = aim.gift().combo() ? lastGroup : 0;
        int total = 0;
        long at = 0;
        for (int tap : taps) {
            total += tap;
            int sum = aim.gift().combo() ? total : tap;
            timeline.in(at, () -> frame(aim, group, tap, sum));
            at += every;
        }
        if (aim.gift().combo()) {
            int sum = total;
            long quiet = Echoes.quietMillis(random);
            timeline.in(at - every + quiet, () -> end(aim, group, sum));
        }
    }

    private void frame(Aim aim, long group, int tap, int sum) {
        long coins = aim.gift().coins() * tap;
        aim.live().receive(coins);
        aim.live().supporters().gave(aim.giver(), coins);
        if (aim.seat().host()) {
            heard.gave(aim.live(), aim.giver(), aim.gift(), tap);
        }
        say(aim, told(aim, group, tap, sum), stage.frames()::tap);
    }

    private void end(Aim aim, long group, int sum) {
        say(aim, told(aim, group, 0, sum), stage.frames()::end);
    }

    private void say(Aim aim, GiftFrames.Told told, Function<GiftFrames.Told, byte[]> made) {
        stage.voice().say(aim.live(), METHOD, told.msgId(), made.apply(told));
    }

    private GiftFrames.Told told(Aim aim, long group, int tap, int sum) {
        long msgId = stage.ids().next();
        String order = Long.toString(stage.ids().next());
        return new GiftFrames.Told(
                aim.giver(), aim.gift(), aim.live(), aim.seat(), msgId, group, order, 1, tap, sum, announcer.millis());
    }
}
