package app.cadeau.livepage;

import app.cadeau.accounts.AccountId;
import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.Loopback;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Proves a session: it is restored in a clean context, a page is opened whose gate stays shut, and what its own calls are
 * told is the proof. Presses nothing.
 */
public final class SessionChecks {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final String NOBODY = "the page's own calls were told that nobody is logged in";

    private final Lanes lanes;
    private final LivePageSettings settings;
    private final URI address;
    private final InstantSource clock;

    /** @param page below the site: one that asks who is logged in and what they own */
    public SessionChecks(Lanes lanes, LivePageSettings settings, String page, InstantSource clock) {
        this.lanes = lanes;
        this.settings = settings;
        this.address = settings.site().resolve(page);
        this.clock = clock;
    }

    public Checked check(AccountId account, Instant deadline) {
        var refusal = settings.letIn().refusal(address, account);
        if (refusal != null) {
            return new Checked.NotChecked(Trouble.CONSENT_NEEDED, refusal);
        }
        if (!Loopback.answers(address)) {
            return new Checked.NotChecked(Trouble.SITE_DOWN, "nothing answers at " + settings.site());
        }
        try {
            Lane lane = lanes.beside(account);
            try {
                return check(lane, deadline);
            } finally {
                lanes.end(lane);
            }
        } catch (LaneDown down) {
            return new Checked.NotChecked(Trouble.BROWSER_LOST, String.valueOf(down.getMessage()));
        } catch (UnreadableDesign design) {
            return new Checked.NotChecked(Trouble.PAGE_CHANGED, String.valueOf(design.getMessage()));
        } catch (TimeoutException late) {
            return new Checked.NotChecked(Trouble.PAGE_CHANGED, "the page did not open in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Checked.NotChecked(Trouble.BROWSER_LOST, "interrupted while the session was checked");
        }
    }

    private Checked check(Lane lane, Instant deadline)
            throws LaneDown, TimeoutException, InterruptedException, UnreadableDesign {
        var known = new Known();
        var watch = new PageWatch(known, settings.newsLimit(), clock);
        var calls = new PageCalls(lane, clock);
        String setup = PageScript.setup(settings);
        Tab tab = calls.await(lane.open(watch), deadline);
        calls.await(lane.tell(Urgency.OTHER, () -> setOut(tab, lane, known, watch, calls, setup)), deadline);
        return await(known, calls, deadline);
    }

    private void setOut(Tab tab, Lane lane, Known known, PageWatch watch, PageCalls calls, String setup) {
        new NetworkTap(tab, watch, body -> lane.tell(Urgency.BODY, body), new Unread(settings.unreadLimit()));
        calls.world(new PageWorld(tab, setup, told -> {}));
        tab.on("Page.frameNavigated", event -> {
            var frame = event.getAsJsonObject("frame");
            if (!frame.has("parentId") && !frame.get("url").getAsString().equals("about:blank")) {
                lane.tell(Urgency.OTHER, () -> {
                    calls.world().install(known::arrived);
                });
            }
        });
        tab.go(address, settings.letIn());
    }

    /** A challenge that was seen twice is one; until then the page may still be drawing. */
    private Checked await(Known known, PageCalls calls, Instant deadline) throws LaneDown, InterruptedException {
        String before = null;
        while (true) {
            String gone = known.gone();
            if (gone != null) {
                return new Checked.NotChecked(Trouble.BROWSER_LOST, gone);
            }
            String challenge = known.hasArrived() ? challenge(calls, deadline) : null;
            if (challenge != null && before != null) {
                return new Checked.Challenged(challenge);
            }
            before = challenge;
            var told = told(known);
            if (told != null && challenge == null) {
                return told;
            }
            if (!clock.instant().isBefore(deadline)) {
                return unsure(known);
            }
            known.await(() -> known.gone() != null, BETWEEN_LOOKS);
        }
    }

    private static @Nullable String challenge(PageCalls calls, Instant deadline) throws LaneDown, InterruptedException {
        return Json.text(calls.look("cadeau.look()", deadline), "challenge");
    }

    /** Null while both calls have not been answered. */
    private static @Nullable Checked told(Known known) {
        if (!known.isSettled(CallPath.ACCOUNT_INFO) || !known.isSettled(CallPath.WALLET)) {
            return null;
        }
        if (known.isLoggedOut()) {
            return new Checked.LoggedOut(NOBODY);
        }
        return known.ownUserId() == null && known.balance() == null
                ? null
                : new Checked.LoggedIn(known.ownUserId(), known.balance());
    }

    /** One of the two calls is proof enough when the other did not come. */
    private static Checked unsure(Known known) {
        if (known.ownUserId() != null || known.balance() != null) {
            return new Checked.LoggedIn(known.ownUserId(), known.balance());
        }
        return known.isLoggedOut()
                ? new Checked.LoggedOut(NOBODY)
                : new Checked.NotChecked(
                        Trouble.PAGE_CHANGED,
                        known.hasArrived()
                                ? "the page did not tell who is logged in"
                                : "the page did not load in time");
    }
}
