package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.LiveEvent.GiftSeen;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.BurstOrder;
import app.cadeau.livepage.Gatekeeper;
import app.cadeau.livepage.GiftAsk;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.livepage.PageNews;
import app.cadeau.livepage.ProbeRow;
import app.cadeau.livepage.Selection;
import app.cadeau.livepage.Trouble;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A LIVE page, its platform and its wallet in virtual time, from a seed: what the real page does in 20 minutes it does in
 * milliseconds. It keeps the truth; nothing of the product sees that.
 */
final class PlayedLive implements LivePage, InstantSource {

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    static final long ROSE = 5655;
    static final String ROOM = "7001";
    static final String HOST = "9001";
    static final String US = "4242";

    /** A request belongs to a send, and to the streak of the page that made it. */
    private record Whose(String send, String group) {}

    private record Event(Instant at, long order, Runnable what) {}

    private final Random random;
    final Faults faults;
    final long price;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final Deque<PageNews> news = new ArrayDeque<>();
    /** Each life of the page has a number: what an earlier one had in mind does not happen. */
    private int life;
    /** Whose presses these are; and what passed and landed of each. */
    String owner = "";

    final Map<String, Integer> passedOf = new HashMap<>();
    final Map<String, Integer> takenOf = new HashMap<>();
    final Map<String, Integer> repeatedOf = new HashMap<>();
    /** Called whenever the product asks for the time. */
    Runnable onTick = () -> {};

    Consumer<String> trace = line -> {};
    private Instant now = START;
    private Gatekeeper keeper = Gatekeeper.SHUT;
    private long sequence;
    private boolean stopped;
    private @Nullable Instant lastPress;
    private int merged;
    private boolean mergePending;

    long wallet;
    int taken;
    int repeatedByBrowser;
    int repeatRequest;
    boolean gone;
    int breakdowns;
    int presses;
    int passed;
    int asked;
    private int requests;
    Consumer<BurstOrder> beforeBurst = order -> {};
    /** Told which send a request that just passed belongs to. */
    Consumer<String> afterPass = send -> {};

    final List<Instant> pressTimes = new ArrayList<>();
    private static final Duration STREAK_ENDS = Duration.ofSeconds(3);

    /** The page's streak: it begins with the first press of a page, and anew after a pause. */
    private String group = "";

    private int streaks;

    private final Map<String, Integer> repeatCounts = new HashMap<>();

    PlayedLive(long seed, Faults faults, long price, long wallet) {
        this.random = new Random(seed);
        this.faults = faults;
        this.price = price;
        this.wallet = wallet;
    }

    @Override
    public Instant instant() {
        onTick.run();
        return now;
    }

    /** The time of this world; asking for it is no moment of the product. */
    Instant now() {
        return now;
    }

    void at(Duration later, Runnable what) {
        events.add(new Event(now.plus(later), sequence++, what));
    }

    private void atPage(Duration later, Runnable what) {
        var then = life;
        at(later, () -> {
            if (then == life) {
                what.run();
            }
        });
    }

    /** The page is opened anew: in another browser after a crash, or because it had gone. */
    void reopen() {
        life++;
        news.clear();
        keeper = Gatekeeper.SHUT;
        stopped = false;
        gone = false;
        lastPress = null;
        merged = 0;
        mergePending = false;
    }

    /** The page was kept warm, and another send begins on it: what became of the one before is still told. */
    void again() {
        news.clear();
        stopped = false;
    }

    /** Lets so much time pass; news of it are nobody's. */
    void pass(Duration time) {
        var until = now.plus(time);
        while (now.isBefore(until)) {
            next(Duration.between(now, until));
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least + 1));
    }

    @Override
    public LiveFacts facts() {
        var gift = new Gift(new GiftId(ROSE), "Rose", Coins.of(price), true, null);
        return new LiveFacts(
                ROOM,
                HOST,
                faults.noOwnId ? null : US,
                List.of(new OfferedGift(gift, OfferedGift.Place.BAR, 0)),
                new BalanceReading(Coins.of(wallet + faults.staleBy), BalanceReading.Source.WALLET, now));
    }

    @Override
    public List<OfferedGift> offeredAll(Instant deadline) {
        return facts().offered();
    }

    @Override
    public List<ProbeRow> probe(Instant deadline) {
        return List.of();
    }

    @Override
    public void gate(Gatekeeper next) {
        keeper = faults.gateNeverCloses && next != Gatekeeper.SHUT ? ask -> null : next;
    }

    @Override
    public Selection select(GiftId gift, Coins agreed, Instant deadline) {
        return agreed.amount() == price
                ? new Selection.Selected(facts().offered().getFirst())
                : new Selection.NotSelected(Trouble.PRICE_MOVED, "another price");
    }

    @Override
    public void burst(BurstOrder order) {
        beforeBurst.accept(order);
        atPage(between(1, 8), () -> pressOf(order, 0));
    }

    private void pressOf(BurstOrder order, int index) {
        if (gone) {
            return;
        }
        var halt = halt(order);
        if (index == order.presses() || halt != null) {
            tell(new PageNews.BurstEnded(order.number(), index, halt, now));
            return;
        }
        var due = lastPress == null ? now : lastPress.plus(order.interval());
        if (due.isAfter(now)) {
            atPage(Duration.between(now, due), () -> pressOf(order, index));
            return;
        }
        press(order, index);
        pressOf(order, index + 1);
    }

    private PageNews.@Nullable Halt halt(BurstOrder order) {
        if (stopped) {
            return new PageNews.Halt(PageNews.Halt.Kind.STOPPED, "stopped");
        }
        if (now.isAfter(order.deadline())) {
            return new PageNews.Halt(PageNews.Halt.Kind.DEADLINE, "late");
        }
        return chance(faults.moved) ? new PageNews.Halt(PageNews.Halt.Kind.MOVED, "moved") : null;
    }

    private void press(BurstOrder order, int index) {
        if (lastPress == null || lastPress.plus(STREAK_ENDS).isBefore(now)) {
            group = faults.streaksNamedByTime ? String.valueOf(now.toEpochMilli()) : "streak " + ++streaks;
        }
        lastPress = now;
        presses++;
        pressTimes.add(now);
        trace.accept("press");
        tell(new PageNews.Pressed(
                order.number(), index, Duration.between(START, now).toNanos() / 1e6, now));
        if (chance(faults.ignored)) {
            return;
        }
        if (faults.mergeMillis > 0) {
            merged++;
            if (!mergePending) {
                mergePending = true;
                atPage(Duration.ofMillis(faults.mergeMillis), () -> {
                    mergePending = false;
                    var count = merged;
                    merged = 0;
                    request(count);
                });
            }
            return;
        }
        request(chance(faults.preset) ? 10 : 1);
        if (chance(faults.sendsTwice)) {
            request(1);
        }
    }

    private void request(int count) {
        asked += count;
        var key = "r" + ++requests;
        var whose = new Whose(owner, group);
        atPage(between(1, 30), () -> {
            var ask = new GiftAsk(key, new GiftAsk.Order(ROOM, ROSE, HOST, count), null);
            var refusal = keeper.refusal(ask);
            passed += refusal == null ? count : 0;
            passedOf.merge(whose.send, refusal == null ? count : 0, Integer::sum);
            trace.accept("ask " + key + " of " + count + (refusal == null ? " passes" : ": " + refusal));
            tell(new PageNews.Asked(ask, refusal, now));
            if (refusal == null) {
                afterPass.accept(whose.send);
            }
            if (refusal == null) {
                var late = chance(faults.landsLate) ? between(faults.landsLateFrom, 50_000) : between(2, 60);
                at(late, () -> arrive(key, count, whose));
            }
        });
    }

    private void arrive(String key, int count, Whose whose) {
        if (faults.unreachable) {
            tell(new PageNews.AnswerLost(key, "net::ERR_CONNECTION_REFUSED", now));
        } else if (faults.refuseAt != 0 && passed >= faults.refuseAt) {
            answer(key, 200, faults.refuseWith, null, true);
        } else if (chance(faults.answeredNotSpent)) {
            answer(key, 200, 0, wallet, true);
        } else if (chance(faults.repeated) || key.equals("r" + repeatRequest)) {
            take(count, whose);
            take(count, whose);
            repeatedByBrowser += count;
            repeatedOf.merge(whose.send, count, Integer::sum);
            answer(key, 200, 0, wallet, false);
        } else if (chance(faults.lostTaken)) {
            take(count, whose);
            lose(key);
        } else if (chance(faults.lostNotTaken)) {
            lose(key);
        } else if (chance(faults.brokenTaken)) {
            take(count, whose);
            answer(key, faults.brokenReadAsRefusal ? 200 : 500, faults.brokenReadAsRefusal ? 40001 : null, null, true);
        } else {
            take(count, whose);
            answer(key, 200, 0, wallet, true);
        }
    }

    /** Requests that were on their way when everything ended. */
    void arriveLate(int count) {
        take(count, new Whose(owner, group));
    }

    private void lose(String key) {
        if (random.nextBoolean()) {
            tell(new PageNews.AnswerLost(key, "the connection was closed", now));
        }
    }

    private void take(int count, Whose whose) {
        wallet -= price * count;
        taken += count;
        takenOf.merge(whose.send, count, Integer::sum);
        trace.accept("taken " + count + " of " + whose.send + ", " + wallet + " left");
        var repeatCount = repeatCounts.merge(whose.group, count, Integer::sum);
        var echo = new GiftSeen(
                "m" + sequence++, ROOM, US, null, ROSE, whose.group, null, repeatCount, count, price * count, false);
        if (chance(faults.echoLost)) {
            return;
        }
        at(between(50, faults.echoLateMillis), () -> tell(new PageNews.Echo(echo, now)));
        if (chance(faults.echoTwice)) {
            at(between(50, faults.echoLateMillis), () -> tell(new PageNews.Echo(echo, now)));
        }
        if (faults.endFramesCount) {
            var end = new GiftSeen("m" + sequence++, ROOM, US, null, ROSE, null, null, repeatCount, 1, price, false);
            at(between(1_500, 3_000), () -> tell(new PageNews.Echo(end, now)));
        }
        if (chance(faults.coinsMoved)) {
            wallet -= price * (1 + random.nextInt(5));
        }
    }

    private void answer(String key, int http, @Nullable Integer status, @Nullable Long left, boolean sameConnection) {
        var coins = left == null ? null : Coins.of(left);
        atPage(
                between(5, faults.answerLateMillis),
                () -> tell(new PageNews.Answered(
                        key,
                        http,
                        status,
                        null,
                        coins,
                        status != null && status == 0 ? group : null,
                        null,
                        null,
                        false,
                        sameConnection,
                        now)));
    }

    private void tell(PageNews item) {
        if (!gone) {
            news.add(item);
        }
    }

    void breakDown() {
        breakdowns++;
        tell(new PageNews.Gone("the renderer died", now));
        gone = true;
    }

    @Override
    public CompletableFuture<Void> stopPresses() {
        stopped = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void allowPresses() {
        stopped = false;
    }

    @Override
    public @Nullable PageNews next(Duration wait) {
        var until = now.plus(wait);
        while (news.isEmpty()) {
            var event = events.peek();
            if (event == null || event.at().isAfter(until)) {
                now = until;
                return null;
            }
            events.poll();
            now = event.at().isAfter(now) ? event.at() : now;
            event.what().run();
        }
        return news.poll();
    }

    @Override
    public boolean behindOnAnswers() {
        return false;
    }

    @Override
    public @Nullable BalanceReading readWallet(Instant deadline) {
        now = now.plusMillis(400);
        return faults.noWallet ? null : new BalanceReading(Coins.of(wallet), BalanceReading.Source.WALLET, now);
    }

    @Override
    public void killEngine() {
        breakDown();
    }

    @Override
    public void close() {
        keeper = Gatekeeper.SHUT;
    }

    /** What goes wrong, by probability for each press or request. */
    static final class Faults {
        /** An echo that comes later may come when its send is over and nothing was in doubt. */
        private static final int HEARD_WITHIN_MILLIS = 6_000;

        double ignored;
        double preset;
        double sendsTwice;
        double repeated;
        double answeredNotSpent;
        double lostTaken;
        double lostNotTaken;
        double brokenTaken;
        double echoLost;
        double echoTwice;
        double coinsMoved;
        /** The platform sits on a request for most of a minute. */
        double landsLate;

        int landsLateFrom = 10_000;

        double moved;
        int mergeMillis;
        int echoLateMillis = 600;
        int answerLateMillis = 60;
        int refuseAt;
        int refuseWith = 40001;
        int staleBy;
        boolean noOwnId;
        /** As live-facts say; on other pages a streak's name tells nothing. */
        boolean streaksNamedByTime = true;

        boolean noWallet;
        boolean unreachable;
        /** Mistakes of ours, for {@link Bug}. */
        boolean endFramesCount;

        boolean brokenReadAsRefusal;
        boolean gateNeverCloses;

        /** A repeat is answered too late, or its coins look like those of a gift that lands late, or of an old reading. */
        boolean hideRepeats() {
            return landsLate > 0 || answerLateMillis > HEARD_WITHIN_MILLIS || staleBy > 0;
        }

        /** Where others spend too, only echoes tell of what the browser repeated: docs/decisions/0010. */
        boolean hideRepeatsAmongOthersCoins() {
            return echoLost > 0 || echoLateMillis > HEARD_WITHIN_MILLIS || noOwnId;
        }
    }
}
