package app.cadeau.livepage;

import app.cadeau.accounts.Account;
import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.Loopback;
import app.cadeau.catalogue.Gift;
import app.cadeau.live.StreamerName;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** LIVE pages in Chromium, each in the lane of its account. */
public final class ChromiumLivePages implements LivePages {

    private final Lanes lanes;
    private final LivePageSettings settings;
    private final Supplier<Collection<Gift>> catalogue;
    private final InstantSource clock;
    private final WalletVisit walletVisit;

    /** @param catalogue stands in for the list of a LIVE that refuses it */
    public ChromiumLivePages(
            Lanes lanes, LivePageSettings settings, Supplier<Collection<Gift>> catalogue, InstantSource clock) {
        this.lanes = lanes;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.walletVisit = new WalletVisit(settings, clock);
    }

    @Override
    public Opening open(Account account, StreamerName streamer, Instant deadline) {
        if (!Loopback.is(settings.site())) {
            return new Opening.NotOpened(
                    Trouble.CONSENT_NEEDED,
                    settings.site().getHost() + " is not on this machine: consent comes with the web");
        }
        try {
            return set(account, streamer, deadline);
        } catch (LaneDown down) {
            return new Opening.NotOpened(Trouble.BROWSER_LOST, String.valueOf(down.getMessage()));
        } catch (TimeoutException late) {
            return new Opening.NotOpened(Trouble.PAGE_CHANGED, "the page did not open in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Opening.NotOpened(Trouble.BROWSER_LOST, "interrupted while the page opened");
        }
    }

    private Opening set(Account account, StreamerName streamer, Instant deadline)
            throws LaneDown, TimeoutException, InterruptedException {
        Lane lane = lanes.lane(account.id());
        Instant facts = clock.instant().plus(settings.factsWithin());
        Instant until = facts.isBefore(deadline) ? facts : deadline;
        var page = new ChromiumLivePage(lane, address(streamer), settings, walletVisit, clock);
        boolean opened = false;
        try {
            page.setOut(until);
            Opening opening = new Arriving(page, clock, catalogue).await(until);
            opened = opening instanceof Opening.Opened;
            lane.saveSession();
            return opening;
        } finally {
            if (!opened) {
                page.close();
            }
        }
    }

    private URI address(StreamerName streamer) {
        String base = settings.site().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "@" + streamer.handle() + "/live");
    }
}
