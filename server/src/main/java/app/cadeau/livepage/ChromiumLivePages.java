package app.cadeau.livepage;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.Loopback;
import app.cadeau.catalogue.Gift;
import app.cadeau.live.Sightings;
import app.cadeau.live.StreamerName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** LIVE pages in Chromium, each in the lane of its account. */
public final class ChromiumLivePages implements LivePages, AutoCloseable {

    private final Lanes lanes;
    private final LivePageSettings settings;
    private final Supplier<Collection<Gift>> catalogue;
    private final Sightings sightings;
    private final InstantSource clock;
    private final WalletVisit walletVisit;
    private final WarmPages warm;
    private final OpeningTurns turns;
    private final ConcurrentMap<AccountId, ReentrantLock> openings = new ConcurrentHashMap<>();

    /** Pages whose sightings nobody wants. */
    public ChromiumLivePages(
            Lanes lanes, LivePageSettings settings, Supplier<Collection<Gift>> catalogue, InstantSource clock) {
        this(lanes, settings, catalogue, new Sightings(clock), clock);
    }

    /** @param catalogue stands in for the list of a LIVE that refuses it */
    public ChromiumLivePages(
            Lanes lanes,
            LivePageSettings settings,
            Supplier<Collection<Gift>> catalogue,
            Sightings sightings,
            InstantSource clock) {
        this.lanes = lanes;
        this.settings = settings;
        this.catalogue = catalogue;
        this.sightings = sightings;
        this.clock = clock;
        this.warm = new WarmPages(settings.warm().idle(), this::rest);
        this.turns = OpeningTurns.ofThisMachine(clock);
        this.walletVisit = new WalletVisit(settings, clock);
    }

    @Override
    public Opening open(Account account, StreamerName streamer, Instant deadline) {
        return open(account, streamer, deadline, settings);
    }

    private Opening open(Account account, StreamerName streamer, Instant deadline, LivePageSettings read) {
        var refusal = settings.letIn().refusal(settings.site(), account.id());
        if (refusal != null) {
            return new Opening.NotOpened(Trouble.CONSENT_NEEDED, refusal);
        }
        if (!Loopback.answers(settings.site())) {
            return new Opening.NotOpened(
                    Trouble.SITE_DOWN,
                    "nothing answers at " + settings.site() + ": the simulator there is not running. `cadeau serve`"
                            + " starts the one of its own again and says so; logs/simulator.log tells why it ended");
        }
        try {
            return inTurn(account, streamer, deadline, read);
        } catch (LaneDown down) {
            return new Opening.NotOpened(Trouble.BROWSER_LOST, String.valueOf(down.getMessage()));
        } catch (UnreadableDesign design) {
            return new Opening.NotOpened(Trouble.PAGE_CHANGED, String.valueOf(design.getMessage()));
        } catch (TimeoutException late) {
            return new Opening.NotOpened(Trouble.PAGE_CHANGED, "the page did not open in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Opening.NotOpened(Trouble.BROWSER_LOST, "interrupted while the page opened");
        }
    }

    /** A send whose page is being opened ahead waits for that page. */
    private Opening inTurn(Account account, StreamerName streamer, Instant deadline, LivePageSettings read)
            throws LaneDown, TimeoutException, InterruptedException, UnreadableDesign {
        ReentrantLock turn = turn(account.id());
        if (!turn.tryLock(
                Math.max(0, Duration.between(clock.instant(), deadline).toMillis()), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("another page of this account is still being opened");
        }
        try {
            return set(account, streamer, deadline, read);
        } finally {
            turn.unlock();
        }
    }

    private ReentrantLock turn(AccountId account) {
        return openings.computeIfAbsent(account, none -> new ReentrantLock(true));
    }

    @Override
    public boolean onThisMachine() {
        return Loopback.is(settings.site());
    }

    @Override
    public void prepare(Account account, StreamerName streamer, Instant deadline) {
        if (!account.usedAlone()) {
            return; // each of its sends begins with a new page anyway
        }
        ReentrantLock turn = turn(account.id());
        turn.lock();
        try {
            if (open(account, streamer, deadline) instanceof Opening.Opened(var page)) {
                page.close();
            }
        } finally {
            turn.unlock();
        }
    }

    private Opening set(Account account, StreamerName streamer, Instant deadline, LivePageSettings read)
            throws LaneDown, TimeoutException, InterruptedException, UnreadableDesign {
        ChromiumLivePage known = warm.take(account.id()); // before the lane: from here on it does not end by itself
        Lane lane = lanes.lane(account.id());
        lane.worksForCaller();
        URI address = address(streamer);
        if (known != null) {
            // Where others spend too, the coins that a page shows may be old: there every send begins with a new page.
            if (read == settings
                    && account.usedAlone()
                    && known.fits(lane, address)
                    && new Arriving(known, clock, catalogue).again(deadline)) {
                return new Opening.Opened(known);
            }
            known.leave();
        }
        if (!turns.take(deadline)) {
            throw new TimeoutException("no turn to open a page");
        }
        try {
            Instant within = clock.instant().plus(settings.openWithin());
            return anew(lane, streamer, within.isBefore(deadline) ? within : deadline, read);
        } finally {
            turns.giveBack();
        }
    }

    private Opening anew(Lane lane, StreamerName streamer, Instant deadline, LivePageSettings read)
            throws LaneDown, TimeoutException, InterruptedException, UnreadableDesign {
        var page = new ChromiumLivePage(
                lane,
                address(streamer),
                read,
                walletVisit,
                left -> keepWarm(left, lane, read),
                (host, events) -> sightings.heard(streamer, host, events),
                clock);
        Opening opening = null;
        try {
            page.setOut(deadline);
            Instant facts = clock.instant().plus(settings.factsWithin());
            Instant until = facts.isBefore(deadline) ? facts : deadline;
            opening = new Arriving(page, clock, catalogue).await(until);
            lane.saveSession();
            return kept(page, opening);
        } finally {
            if (!(opening instanceof Opening.Opened)) {
                page.leave();
                warm.put(lane.account());
            }
        }
    }

    private void keepWarm(ChromiumLivePage left, Lane lane, LivePageSettings read) {
        if (read == settings && !left.worn()) {
            warm.put(lane.account(), left);
            return;
        }
        left.leave();
        if (left.worn()) {
            lanes.drop(lane.account());
        } else {
            warm.put(lane.account());
        }
    }

    /** The account has been idle for long: its lane ends, and the engine too if it carries no other. */
    private void rest(AccountId account) {
        lanes.drop(account);
        lanes.tidy();
    }

    private Opening kept(ChromiumLivePage page, Opening opening) throws InterruptedException {
        return opening instanceof Opening.NotOpened(var trouble, var seen, var none)
                        && (trouble == Trouble.PAGE_CHANGED || trouble == Trouble.CHALLENGED)
                ? new Opening.NotOpened(
                        trouble, seen, Keeping.now(page.keep(clock.instant().plus(Keeping.WITHIN)), clock))
                : opening;
    }

    /** Its pages are never warm ones: those were read with all designs. */
    @Override
    public LivePages reading(List<String> designs) {
        var tried = settings.withDesigns(designs);
        return (account, streamer, deadline) -> open(account, streamer, deadline, tried);
    }

    @Override
    public void forget(AccountId account) {
        var known = warm.take(account);
        if (known != null) {
            known.leave();
        }
        lanes.drop(account);
        openings.remove(account);
    }

    @Override
    public void close() {
        warm.close();
    }

    private URI address(StreamerName streamer) {
        String base = settings.site().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "@" + streamer.handle() + "/live");
    }
}
