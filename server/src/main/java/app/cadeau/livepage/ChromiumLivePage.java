package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import app.cadeau.catalogue.GiftId;
import app.cadeau.money.Coins;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A LIVE page in a tab of its account's lane. */
final class ChromiumLivePage implements LivePage {

    private static final Logger LOG = LoggerFactory.getLogger(ChromiumLivePage.class);

    private final Lane lane;
    private final URI address;
    private final LivePageSettings settings;
    private final InstantSource clock;
    private final WalletVisit walletVisit;
    private final Consumer<ChromiumLivePage> closed;
    private final Known known = new Known();
    private final Unread unread;
    private final PageWatch watch;
    private final GiftGate gate;
    private volatile @Nullable LiveFacts facts;
    private volatile boolean settledIn;
    private @Nullable Tab tab;
    private @Nullable PageWorld world;

    ChromiumLivePage(
            Lane lane,
            URI address,
            LivePageSettings settings,
            WalletVisit walletVisit,
            Consumer<ChromiumLivePage> closed,
            InstantSource clock) {
        this.lane = lane;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.walletVisit = walletVisit;
        this.closed = closed;
        this.unread = new Unread(settings.unreadLimit());
        this.watch = new PageWatch(known, settings.newsLimit(), clock);
        this.gate = new GiftGate(unread, watch::tell, clock);
        watch.strangersTo(gate);
    }

    /** Sets out for the LIVE; everything that listens is there before. */
    void setOut(Instant deadline) throws LaneDown, TimeoutException, InterruptedException {
        Tab opened = await(lane.open(watch), deadline);
        await(
                lane.tell(Urgency.OTHER, () -> {
                    tab = opened;
                    var listening = new NetworkTap(opened, watch, body -> lane.tell(Urgency.BODY, body), unread);
                    var mouse = new Mouse(opened, lane, settings.press());
                    world = new PageWorld(opened, setup(), told -> {
                        if (!mouse.aimed(told)) {
                            watch.said(told);
                        }
                    });
                    opened.on("Page.frameNavigated", this::navigated);
                    opened.keeper(held -> gate.passes(held, key -> {
                        listening.passed(key);
                        watch.passed();
                    }));
                    opened.go(address);
                }),
                deadline);
    }

    private String setup() {
        return PageScript.setup(settings.designs(), settings.press().name().toLowerCase(Locale.ROOT));
    }

    Known known() {
        return known;
    }

    /** From now on the page may no longer go elsewhere by itself, and its facts are what was found. */
    void settleIn(LiveFacts found) {
        facts = found;
        settledIn = true;
    }

    @Override
    public LiveFacts facts() {
        return Objects.requireNonNull(facts, "the page has not settled in");
    }

    @Override
    public void gate(Gatekeeper next) {
        gate.keeper(next);
    }

    private void navigated(JsonObject event) {
        JsonObject frame = event.getAsJsonObject("frame");
        if (frame.has("parentId")) {
            return;
        }
        String url = frame.get("url").getAsString();
        if (settledIn) {
            gate.keeper(Gatekeeper.SHUT);
            watch.tell(new PageNews.Shaken(
                    Trouble.PAGE_CHANGED, "the page went to " + url + " by itself", clock.instant()));
        } else if (!url.equals("about:blank")) {
            lane.tell(Urgency.OTHER, this::arrive);
        }
    }

    private void arrive() {
        Objects.requireNonNull(world).install();
        known.arrived();
    }

    /** The value of an expression in the page, or null when the page did not answer in time. */
    @Nullable
    JsonNode look(String expression, Instant deadline) throws LaneDown, InterruptedException {
        try {
            return await(
                    lane.ask(Urgency.OTHER, () -> Objects.requireNonNull(world).evaluate(expression)), deadline);
        } catch (TimeoutException late) {
            return null;
        }
    }

    /** The value of what takes time in the page, or null when it did not come in time. */
    @Nullable
    JsonNode run(String expression, Instant deadline) throws LaneDown, InterruptedException {
        try {
            return await(
                    lane.ask(Urgency.OTHER, () -> Objects.requireNonNull(world).start(expression))
                            .thenCompose(reply -> reply),
                    deadline);
        } catch (TimeoutException late) {
            return null;
        }
    }

    @Override
    public Selection select(GiftId gift, Coins price, Instant deadline) {
        painted(true);
        var selection = new Selecting(this, known, clock).select(gift, price, deadline);
        painted(false);
        return selection;
    }

    @Override
    public List<OfferedGift> offeredAll(Instant deadline) {
        painted(true);
        try {
            return new Panel(this, known, clock).all(facts().offered(), deadline);
        } finally {
            painted(false);
        }
    }

    @Override
    public List<ProbeRow> probe(Instant deadline) {
        painted(true);
        try {
            return new Probing(this, clock, deadline).rows();
        } catch (LaneDown down) {
            return List.of(new ProbeRow("browser", false, String.valueOf(down.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of(new ProbeRow("browser", false, "interrupted"));
        } finally {
            painted(false);
        }
    }

    // Whatever is looked for is drawn while it is looked for; presses need no picture.
    private void painted(boolean wanted) {
        lane.tell(Urgency.OTHER, () -> Objects.requireNonNull(tab).painted(wanted));
    }

    @Override
    public void burst(BurstOrder order) {
        lane.tell(Urgency.BURST, () -> begin(order)).whenComplete((done, failed) -> {
            if (failed != null && known.gone() == null) {
                LOG.warn("burst {} did not begin: {}", order.number(), failed.toString());
                halt(order, PageNews.Halt.Kind.NOT_READY, "the page took no order");
            }
        });
    }

    private void begin(BurstOrder order) {
        Instant now = clock.instant();
        long left = Duration.between(now, order.deadline()).toMillis();
        if (left <= 0) {
            halt(order, PageNews.Halt.Kind.DEADLINE, "the deadline passed before the burst could begin");
        } else if (behindOnAnswers()) {
            halt(order, PageNews.Halt.Kind.NOT_READY, "answers lay unread");
        } else {
            String words = Json.write(Map.of(
                    "number", order.number(),
                    "presses", order.presses(),
                    "intervalMs", order.interval().toNanos() / 1e6,
                    "deadlineInMs", left,
                    "deadlineWallMs", order.deadline().toEpochMilli()));
            Objects.requireNonNull(world).evaluate("cadeau.burst(" + words + "), 0");
        }
    }

    private void halt(BurstOrder order, PageNews.Halt.Kind kind, String seen) {
        watch.tell(new PageNews.BurstEnded(order.number(), 0, new PageNews.Halt(kind, seen), clock.instant()));
    }

    @Override
    public CompletableFuture<Void> stopPresses() {
        return lane.ask(Urgency.STOP, () -> Objects.requireNonNull(world).evaluate("cadeau.stop(), 0"))
                .thenAccept(done -> {});
    }

    @Override
    public void allowPresses() {
        lane.tell(Urgency.STOP, () -> Objects.requireNonNull(world).evaluate("cadeau.allow(), 0"));
    }

    @Override
    public @Nullable PageNews next(Duration wait) throws InterruptedException {
        return watch.next(wait);
    }

    @Override
    public boolean behindOnAnswers() {
        return unread.tooLong();
    }

    @Override
    public @Nullable BalanceReading readWallet(Instant deadline) {
        BalanceReading reading = walletVisit.read(lane, address, deadline);
        if (reading != null) {
            known.purse().counted(reading.coins());
        }
        return reading;
    }

    @Override
    public void killEngine() {
        lane.kill("a stop was not obeyed");
    }

    /** Shuts the gate and hands the page back to whoever opened it, who keeps it warm or leaves it. */
    @Override
    public void close() {
        gate.keeper(Gatekeeper.SHUT);
        watch.rest();
        if (lane.isUp() && known.gone() == null && settledIn) {
            var unused = stopPresses();
        }
        lane.saveSession();
        closed.accept(this);
    }

    void leave() {
        lane.tell(Urgency.OTHER, () -> {
            if (tab != null) {
                tab.leave();
            }
        });
    }

    /** Whether a send to this LIVE may begin on the page as it is. */
    boolean fits(Lane wanted, URI live) {
        return settledIn && lane == wanted && lane.isUp() && address.equals(live) && !watch.troubled();
    }

    void begin() {
        watch.begin();
    }

    <T extends @Nullable Object> T await(CompletableFuture<T> promise, Instant deadline)
            throws LaneDown, TimeoutException, InterruptedException {
        try {
            long left = Duration.between(clock.instant(), deadline).toMillis();
            return promise.get(Math.max(0, left), TimeUnit.MILLISECONDS);
        } catch (CancellationException moved) {
            throw new LaneDown("the page went elsewhere while it was asked", moved);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LaneDown down
                    ? down
                    : new LaneDown(String.valueOf(failed.getMessage()), failed);
        }
    }
}
