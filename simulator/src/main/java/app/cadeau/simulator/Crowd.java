package app.cadeau.simulator;

import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** Other people in a LIVE: they chat, like, come and give. */
final class Crowd {

    private static final People PEOPLE = People.REGULARS;
    private static final long VIEWERS_MILLIS = 3000;

    private final Lives lives;
    private final Stream stream;
    private final CrowdTaps taps;
    private final RoomFrames frames;
    private final Ids ids;
    private final Random random;
    private final double perSecond;
    private long likes = 12_000;

    Crowd(Lives lives, Stream stream, CrowdTaps taps, RoomFrames frames, Ids ids, Settings settings) {
        this.lives = lives;
        this.stream = stream;
        this.taps = taps;
        this.frames = frames;
        this.ids = ids;
        this.random = new Random(settings.seed() * 17);
        this.perSecond = settings.pace().crowdPerSecond();
    }

    void start(ScheduledExecutorService thread) {
        if (perSecond <= 0) {
            return;
        }
        long micros = (long) (1_000_000 / perSecond);
        thread.scheduleAtFixedRate(() -> onAir(this::something), micros, micros, TimeUnit.MICROSECONDS);
        thread.scheduleAtFixedRate(() -> onAir(this::viewers), VIEWERS_MILLIS, VIEWERS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void onAir(java.util.function.Consumer<Live> does) {
        lives.all().stream()
                .filter(live -> live.state() == Live.State.ON_AIR && !live.scripted())
                .forEach(does);
    }

    private void something(Live live) {
        int dice = random.nextInt(100);
        if (dice < 45) {
            chat(live);
        } else if (dice < 65) {
            like(live);
        } else if (dice < 79) {
            join(live);
        } else if (dice < 82) {
            follow(live);
        } else {
            taps.begin(live, someone(), People.GIFTS);
        }
    }

    private GiftFrames.Giver someone() {
        return PEOPLE.someone(random);
    }

    private void chat(Live live) {
        String line = PEOPLE.lines().get(random.nextInt(PEOPLE.lines().size()));
        publish(live, "WebcastChatMessage", msgId -> frames.chat(live, msgId, someone(), line));
    }

    private void like(Live live) {
        int count = 1 + random.nextInt(15);
        likes += count;
        publish(live, "WebcastLikeMessage", msgId -> frames.like(live, msgId, someone(), count, likes));
    }

    private void join(Live live) {
        live.viewers(live.viewers() + random.nextInt(5) - 2);
        publish(live, "WebcastMemberMessage", msgId -> frames.member(live, msgId, someone(), 1));
    }

    private void follow(Live live) {
        RoomFrames.Social what = random.nextInt(3) == 0 ? RoomFrames.Social.SHARE : RoomFrames.Social.FOLLOW;
        publish(live, "WebcastSocialMessage", msgId -> frames.social(live, msgId, someone(), what));
    }

    private void viewers(Live live) {
        publish(live, "WebcastRoomUserSeqMessage", msgId -> frames.viewers(live, msgId));
    }

    private void publish(Live live, String method, LongFunction<byte[]> made) {
        long msgId = ids.next();
        stream.publish(live, method, msgId, made.apply(msgId));
    }
}
