package app.cadeau.livepage;

import app.cadeau.browser.HeldRequest;
import app.cadeau.browser.TabListener;
import app.cadeau.live.LiveEvent;
import app.cadeau.live.MatchEvent;
import app.cadeau.money.Coins;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns what one tab tells, on the wire and by its end, into facts and into news for the send. */
final class PageWatch implements TapListener, TabListener {

    /** The platform's code for a session that is none. */
    private static final long LOGGED_OUT = 20003;

    private final Known known;
    private final int newsLimit;
    private volatile News news;
    private volatile boolean resting;
    private volatile boolean troubled;
    private volatile boolean paused;
    private final Hearing hearing;
    private final StreamReader stream;
    private final InstantSource clock;
    private volatile @Nullable GiftGate strangers;

    PageWatch(Known known, int newsLimit, InstantSource clock) {
        this(known, newsLimit, clock, heard -> {});
    }

    /** @param sightings is given all that each frame told, if only that it came; waits for nothing */
    PageWatch(Known known, int newsLimit, InstantSource clock, Consumer<List<LiveEvent>> sightings) {
        this.known = known;
        this.newsLimit = newsLimit;
        this.news = new News(newsLimit);
        this.stream = new StreamReader(this::happened, sightings);
        this.clock = clock;
        this.hearing = new Hearing(clock);
    }

    /** How the stream comes, or null when neither a socket nor polling brings it now. */
    @Nullable
    String hears() {
        return hearing.way();
    }

    /** A send begins to listen: what happened before is none of its news. */
    void begin() {
        news = new News(newsLimit);
        resting = false;
        if (paused) {
            tell(new PageNews.LivePaused(clock.instant()));
        }
    }

    /** The send has ended: news are no longer kept, but trouble is remembered. */
    void rest() {
        resting = true;
        news.end(new PageNews.Gone("the page was closed", clock.instant()));
    }

    /** Whether something happened that no later send should begin with. */
    boolean troubled() {
        return troubled || hearing.way() == null || known.gone() != null;
    }

    /** No later send begins with this page. */
    void distrust() {
        troubled = true;
    }

    /** False when the page is over and nothing more may pass. */
    boolean tell(PageNews told) {
        if (told instanceof PageNews.LivePaused || told instanceof PageNews.LiveResumed) {
            paused = told instanceof PageNews.LivePaused;
        }
        troubled |= told instanceof PageNews.Shaken || told instanceof PageNews.LiveEnded;
        if (resting) {
            return false;
        }
        boolean taken =
                news.tell(told, () -> new PageNews.Gone("more news than a send can take was waiting", clock.instant()));
        if (!taken && known.gone() == null) {
            known.gone("its news were no longer taken");
        }
        return taken;
    }

    @Nullable
    PageNews next(Duration wait) throws InterruptedException {
        return news.next(wait);
    }

    /** The gate let a request to send pass. */
    void passed() {
        known.purse().asked();
    }

    @Override
    public void answered(String key, int httpStatus, GiftAnswer answer, boolean sameConnection) {
        known.purse().answered(answer.coinsLeft());
        tell(new PageNews.Answered(
                key,
                httpStatus,
                answer.statusCode(),
                answer.prompt(),
                answer.coinsLeft(),
                answer.groupId(),
                answer.orderId(),
                answer.msgId(),
                answer.calmDown(),
                sameConnection,
                clock.instant()));
    }

    @Override
    public void answerLost(String key, String why) {
        known.purse().answered(null);
        tell(new PageNews.AnswerLost(key, why, clock.instant()));
    }

    @Override
    public void told(CallPath call, byte[] body) {
        if (call == CallPath.POLLED_STREAM) {
            hearing.polled();
            stream.fetched(body);
            return;
        }
        JsonNode answer = Json.read(new String(body, StandardCharsets.UTF_8));
        JsonNode data = answer == null ? null : answer.get("data");
        if (answer != null && saysLoggedOut(answer)) {
            known.loggedOut();
        }
        if (answer != null && data != null) {
            learn(call, answer, data);
        }
        known.settled(call);
    }

    private static boolean saysLoggedOut(JsonNode answer) {
        Long status = Json.whole(answer, "status_code");
        return (status != null && status == LOGGED_OUT)
                || "session_expired".equals(Json.text(answer.get("data"), "name"));
    }

    private void learn(CallPath call, JsonNode answer, JsonNode data) {
        switch (call) {
            case GIFT_LIST -> {
                known.gifts(ListedGifts.read(answer));
                known.pages(ListedGifts.pages(answer));
                known.barred(ListedGifts.barred(answer));
            }
            case WALLET -> wallet(Json.whole(data, "coins"));
            case ACCOUNT_INFO -> known.ids(null, null, Json.id(data, "user_id_str", "user_id"));
            case ROOM_ENTER -> room(data);
            case GIFT_SEND, POLLED_STREAM -> {}
        }
    }

    private void room(JsonNode data) {
        JsonNode room = data.get("room") == null ? data : data.get("room");
        known.ids(
                Json.id(room, "room_id_str", "room_id", "id_str", "id"),
                Json.id(room.get("owner"), "id_str", "id"),
                null);
    }

    private void wallet(@Nullable Long coins) {
        if (coins != null && coins >= 0) {
            known.purse().told(Coins.of(coins));
            var reading = new BalanceReading(Coins.of(coins), BalanceReading.Source.WALLET, clock.instant());
            known.balance(reading);
            tell(new PageNews.Balance(reading));
        }
    }

    @Override
    public void failed(CallPath call) {
        if (call == CallPath.POLLED_STREAM) {
            hearing.pollFailed();
        }
        known.settled(call);
    }

    @Override
    public void room(@Nullable String roomId) {
        if (roomId != null && !roomId.isBlank() && !roomId.equals("0")) {
            known.ids(roomId, null, null);
        }
    }

    @Override
    public void listens(boolean open) {
        hearing.socket(open);
    }

    @Override
    public void frame(byte[] message) {
        stream.frame(message);
    }

    private void happened(LiveEvent event) {
        Instant now = clock.instant();
        switch (event) {
            case LiveEvent.GiftSeen gift -> {
                if (gift.senderId().equals(known.ownUserId())) {
                    tell(new PageNews.Echo(gift, now));
                }
            }
            case LiveEvent.Paused paused -> tell(new PageNews.LivePaused(now));
            case LiveEvent.Resumed resumed -> tell(new PageNews.LiveResumed(now));
            case LiveEvent.Ended ended -> tell(new PageNews.LiveEnded(now));
            case LiveEvent.Viewers viewers -> {}
            case MatchEvent match -> {}
        }
    }

    /** What the page's own library told. */
    void said(JsonNode told) {
        PageNews read = PageEvents.news(told, clock.instant());
        if (read != null) {
            tell(read);
        }
    }

    @Override
    public void gone(String why) {
        known.gone(why);
        news.end(new PageNews.Gone(why, clock.instant()));
    }

    /** Who is shown requests that no page of ours made. */
    void strangersTo(GiftGate gate) {
        strangers = gate;
    }

    @Override
    public void stranger(HeldRequest request) {
        GiftGate gate = strangers;
        if (gate != null) {
            gate.passes(request, never -> {});
        }
    }
}
