package app.cadeau.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;

/** The crowd of an evening: chats, likes, comes and gives, by seed and in the evening's own time. */
final class Audience {

    private static final People PEOPLE = People.OF_AN_EVENING;
    private static final long VIEWERS_MILLIS = 3000;

    private final Script.CrowdPlan plan;
    private final Stage stage;
    private final Timeline timeline;
    private final RoomFrames frames;
    private final Streaks streaks;
    private final Likes likes;
    private final Random random;

    /** Hears of likes: in a battle the first of each viewer counts. */
    interface Likes {
        void liked(Live live, GiftFrames.Giver who);
    }

    Audience(
            Script.CrowdPlan plan,
            Stage stage,
            Timeline timeline,
            Announcer announcer,
            Streaks streaks,
            Likes likes,
            long seed) {
        this.plan = plan;
        this.stage = stage;
        this.timeline = timeline;
        this.frames = new RoomFrames(stage.variations(), announcer.clock());
        this.streaks = streaks;
        this.likes = likes;
        this.random = new Random(seed);
    }

    void gather(Live live) {
        if (plan.rate() > 0) {
            long gap = Math.max(1, (long) (1000 / plan.rate()));
            again(gap, () -> onAir(live, () -> something(live)));
        }
        again(VIEWERS_MILLIS, () -> onAir(live, () -> viewers(live)));
    }

    private static void onAir(Live live, Runnable what) {
        if (live.state() == Live.State.ON_AIR) {
            what.run();
        }
    }

    private void again(long gap, Runnable what) {
        timeline.in(gap, () -> {
            what.run();
            again(gap, what);
        });
    }

    private void something(Live live) {
        int dice = random.nextInt(100);
        int others = 100 - plan.gives();
        if (dice >= others) {
            give(live);
        } else if (dice < others * 55 / 100) {
            List<String> lines = plan.lines().isEmpty() || random.nextInt(3) == 0 ? PEOPLE.lines() : plan.lines();
            chat(live, someone(), lines.get(random.nextInt(lines.size())));
        } else if (dice < others * 80 / 100) {
            like(live, someone(), 1 + random.nextInt(15));
        } else {
            join(live, someone());
        }
    }

    private GiftFrames.Giver someone() {
        return PEOPLE.someone(random);
    }

    /** One gift of the crowd, here or at the other side. */
    void give(Live live) {
        Optional<SimGift> found =
                stage.shop().find(plan.gifts().get(random.nextInt(plan.gifts().size())));
        GiftFrames.Giver giver = someone();
        found.ifPresent(gift -> {
            List<Integer> taps = gift.combo() ? List.of(1, 1 + random.nextInt(3)) : List.of(1);
            streaks.give(
                    new Streaks.Aim(giver, gift, live, live.hostSeat()),
                    taps.subList(0, 1 + random.nextInt(taps.size())),
                    639);
        });
    }

    void chat(Live live, GiftFrames.Giver who, String line) {
        say(live, "WebcastChatMessage", msgId -> frames.chat(live, msgId, who, line));
    }

    void like(Live live, GiftFrames.Giver who, int count) {
        live.like(count);
        likes.liked(live, who);
        say(live, "WebcastLikeMessage", msgId -> frames.like(live, msgId, who, count, live.likes()));
    }

    private void join(Live live, GiftFrames.Giver who) {
        live.viewers(live.viewers() + random.nextInt(7) - 3);
        say(live, "WebcastMemberMessage", msgId -> frames.member(live, msgId, who, 1));
    }

    private void viewers(Live live) {
        say(live, "WebcastRoomUserSeqMessage", msgId -> frames.viewers(live, msgId));
    }

    private void say(Live live, String method, LongFunction<byte[]> made) {
        long msgId = stage.ids().next();
        stage.voice().say(live, method, msgId, made.apply(msgId));
    }
}
