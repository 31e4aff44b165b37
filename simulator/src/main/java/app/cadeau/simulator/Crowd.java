package app.cadeau.simulator;

import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.MemberAction;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.User;
import com.google.protobuf.MessageLite;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Other people in a LIVE: they chat, like, come and give. One of them bears the nickname of our main account. */
final class Crowd {

    private static final List<String> NAMES = List.of(
            "Léa",
            "Marco_88",
            "sunny.day",
            "Nour",
            "Aya ♥",
            "TomTom",
            "gamer_kid",
            "Inès",
            "Big Joe",
            "Main",
            "Yuki",
            "ordinaryuser",
            "Chloé B.",
            "Rose",
            "DJ Max",
            "Fest Fan",
            "hana",
            "Paulo",
            "queen_mia",
            "Zed");
    private static final List<String> LINES = List.of(
            "hello from Lyon",
            "let's gooo",
            "Rose for the win",
            "first time here",
            "trop bien ce live",
            "sent Rose × 4",
            "can you sing again?",
            "More more more!",
            "love this song ❤️",
            "Send it!",
            "gg",
            "bonsoir à tous",
            "who is winning?",
            "100K soon !!",
            "😂😂😂",
            "greetings from Quebec");
    private static final List<Long> GIVEN = List.of(5655L, 5655L, 5655L, 16871L, 5487L, 6064L, 5879L, 9333L, 16873L);
    private static final long VIEWERS_MILLIS = 3000;

    private final Lives lives;
    private final Stream stream;
    private final Echoes echoes;
    private final Shop shop;
    private final Ids ids;
    private final Clock clock;
    private final Random random;
    private final double perSecond;
    private long likes = 12_000;

    Crowd(Lives lives, Stream stream, Echoes echoes, Shop shop, Ids ids, Settings settings) {
        this.lives = lives;
        this.stream = stream;
        this.echoes = echoes;
        this.shop = shop;
        this.ids = ids;
        this.clock = settings.clock();
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
        lives.all().stream().filter(live -> live.state() == Live.State.ON_AIR).forEach(does);
    }

    private void something(Live live) {
        int dice = random.nextInt(100);
        if (dice < 45) {
            chat(live);
        } else if (dice < 65) {
            like(live);
        } else if (dice < 82) {
            join(live);
        } else {
            give(live);
        }
    }

    static User user(long id, String nickname, String handle) {
        return User.newBuilder()
                .setId(id)
                .setNickName(nickname)
                .setDisplayId(handle)
                .setIdStr(Long.toString(id))
                .build();
    }

    private User someone() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return user(Ids.of("crowd", name), name, handle(name));
    }

    private static String handle(String name) {
        return "user" + Ids.text("crowd", name, 8);
    }

    private void chat(Live live) {
        String line = LINES.get(random.nextInt(LINES.size()));
        publish(
                live,
                "WebcastChatMessage",
                (common, msgId) -> ChatMessage.newBuilder()
                        .setCommon(common)
                        .setUser(someone())
                        .setContent(line)
                        .build());
    }

    private void like(Live live) {
        int count = 1 + random.nextInt(15);
        likes += count;
        publish(
                live,
                "WebcastLikeMessage",
                (common, msgId) -> LikeMessage.newBuilder()
                        .setCommon(common)
                        .setCount(count)
                        .setTotal(likes)
                        .setUser(someone())
                        .build());
    }

    private void join(Live live) {
        live.viewers(live.viewers() + random.nextInt(5) - 2);
        publish(live, "WebcastMemberMessage", (common, msgId) -> {
            User user = someone();
            return MemberMessage.newBuilder()
                    .setCommon(common)
                    .setUser(user)
                    .setUserId(user.getId())
                    .setCount(live.viewers())
                    .setAction(MemberAction.MEMBER_ACTION_JOINED)
                    .build();
        });
    }

    private void viewers(Live live) {
        publish(
                live,
                "WebcastRoomUserSeqMessage",
                (common, msgId) -> RoomUserSeqMessage.newBuilder()
                        .setCommon(common)
                        .setTotal(live.viewers())
                        .setTotalUser(live.viewers() * 14L)
                        .build());
    }

    private void give(Live live) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        GiftFrames.Giver giver = new GiftFrames.Giver(
                Ids.of("crowd", name), name, handle(name), "MS4wLjABAAAA" + Ids.text("crowdsec", name, 42));
        shop.find(GIVEN.get(random.nextInt(GIVEN.size()))).ifPresent(gift -> {
            int count = gift.combo() ? 1 + random.nextInt(4) : 1;
            live.receive(gift.coins() * count);
            echoes.landed(giver, gift, live, count, clock.millis() - 200, false);
        });
    }

    private interface Made {
        MessageLite of(app.cadeau.webcast.proto.CommonMessageData common, long msgId);
    }

    private void publish(Live live, String method, Made made) {
        long msgId = ids.next();
        stream.publish(
                live,
                method,
                msgId,
                made.of(lives.common(live, method, msgId), msgId).toByteArray());
    }
}
