package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.LiveEvent;
import app.cadeau.money.Coins;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A LIVE page in a tab of its account's lane. */
final class ChromiumLivePage implements LivePage {

    /** Who is told what is seen on air, besides the send. */
    interface Sighted {
        void heard(@Nullable String host, List<LiveEvent> events);
    }

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
    private final PageCalls calls;
    private final Presses presses;
    private final Wear wear;
    private volatile @Nullable LiveFacts facts;
    private volatile boolean settledIn;
    private @Nullable Tab tab;
    private @Nullable Camera camera;

    ChromiumLivePage(
            Lane lane,
            URI address,
            LivePageSettings settings,
            WalletVisit walletVisit,
            Consumer<ChromiumLivePage> closed,
            Sighted sighted,
            InstantSource clock) {
        this.lane = lane;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
        this.walletVisit = walletVisit;
        this.closed = closed;
        this.wear = new Wear(clock.instant());
        this.unread = new Unread(settings.unreadLimit());
        this.watch = new PageWatch(known, settings.newsLimit(), clock, heard -> sighted.heard(known.hostId(), heard));
        this.gate = new GiftGate(unread, watch::tell, clock);
        this.calls = new PageCalls(lane, clock);
        this.presses = new Presses(lane, calls, unread, watch::tell, clock);
        watch.strangersTo(gate);
    }

    /** Sets out for the LIVE; everything that listens is there before. */
    void setOut(Instant deadline) throws LaneDown, TimeoutException, InterruptedException, UnreadableDesign {
        String setup = PageScript.setup(settings);
        Tab opened = calls.await(lane.open(watch), deadline);
        calls.await(
                lane.tell(Urgency.OTHER, () -> {
                    tab = opened;
                    var listening = new NetworkTap(opened, watch, body -> lane.tell(Urgency.BODY, body), unread);
                    camera = new Camera(opened, lane);
                    var mouse = new Mouse(opened, lane, settings.press());
                    calls.world(new PageWorld(opened, setup, told -> {
                        if (!mouse.aimed(told)) {
                            watch.said(told);
                        }
                    }));
                    opened.on("Page.frameNavigated", this::navigated);
                    opened.keeper(held -> gate.passes(held, key -> {
                        wear.gift();
                        listening.passed(key);
                        watch.passed();
                    }));
                    opened.go(address, settings.letIn());
                }),
                deadline);
    }

    Known known() {
        return known;
    }

    PageCalls calls() {
        return calls;
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
        calls.world().install(known::arrived);
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

    @Override
    public CompletableFuture<@Nullable Keepsake> keep(Instant deadline) {
        return new Keeping(this, gate.last(), clock, deadline).begin();
    }

    /** A picture of what is drawn; the promise may never be kept. */
    CompletableFuture<byte[]> picture() {
        return lane.ask(Urgency.BODY, () -> Objects.requireNonNull(camera).shoot())
                .thenCompose(shot -> shot);
    }

    /** Send stands in a frame of the page's own origin: what that frame asks for is asked by the page. */
    void sendsFromFrame(Instant deadline) throws LaneDown, InterruptedException {
        try {
            calls.await(
                    lane.begin(
                            Urgency.OTHER,
                            () -> calls.world().frameOf("cadeau.frame()").thenAccept(frame -> {
                                if (frame != null) {
                                    Objects.requireNonNull(tab).alsoSends(frame);
                                }
                            })),
                    deadline);
        } catch (TimeoutException late) {
            throw new LaneDown("the page did not tell which frame Send stands in", late);
        }
    }

    // Whatever is looked for is drawn while it is looked for; presses need no picture.
    void painted(boolean wanted) {
        lane.tell(Urgency.OTHER, () -> Objects.requireNonNull(tab).painted(wanted));
    }

    @Override
    public void burst(BurstOrder order) {
        presses.burst(order);
    }

    @Override
    public CompletableFuture<Void> stopPresses() {
        return presses.stop();
    }

    @Override
    public void allowPresses() {
        presses.allow();
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
    public void disobeyed() {
        watch.distrust();
        if (!presses.browserObeyed()) {
            killEngine();
        }
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
        lane.worksForNobody();
        closed.accept(this);
    }

    void leave() {
        lane.tell(Urgency.OTHER, () -> {
            if (tab != null) {
                tab.leave();
            }
        });
    }

    /** Whether it has lived through so much that the next send had better begin with a new one. */
    boolean worn() {
        return wear.over(settings.warm(), clock.instant());
    }

    /** How its stream comes, in a word; null when it does not. */
    @Nullable
    String hears() {
        return watch.hears();
    }

    /** Where the page is, without its query. */
    String place() {
        return String.valueOf(address.getPath());
    }

    /** Whether a send to this LIVE may begin on the page as it is. */
    boolean fits(Lane wanted, URI live) {
        return settledIn && lane == wanted && lane.isUp() && address.equals(live) && !watch.troubled();
    }

    void begin() {
        watch.begin();
    }
}
