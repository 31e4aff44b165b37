package app.cadeau.livepage;

import app.cadeau.accounts.AccountId;
import app.cadeau.browser.Lane;
import app.cadeau.browser.LaneDown;
import app.cadeau.browser.LoginWindows;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Waits while a person logs in by hand, in a window whose gate stays shut. Nothing is typed, pressed or solved for them;
 * that somebody is logged in is told by the page's own call.
 */
public final class LogIns {

    private static final Duration OPEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** The wallet's call comes a moment after the one that says who is logged in. */
    private static final Duration WALLET_WITHIN = Duration.ofSeconds(2);

    private static final Duration READ_WITHIN = Duration.ofSeconds(9);

    private final LoginWindows windows;
    private final LivePageSettings settings;
    private final URI address;
    private final InstantSource clock;

    /** @param page below the site: where a person logs in */
    public LogIns(LoginWindows windows, LivePageSettings settings, String page, InstantSource clock) {
        this.windows = windows;
        this.settings = settings;
        this.address = settings.site().resolve(page);
        this.clock = clock;
    }

    public URI address() {
        return address;
    }

    /** Whether a window can be shown here. */
    public boolean possible() {
        return windows.canShow();
    }

    /** @param givenUp whether nobody waits any more */
    public LogIn await(AccountId account, Instant deadline, BooleanSupplier givenUp) {
        var refusal = settings.letIn().refusal(address);
        if (refusal != null) {
            return new LogIn.NotDone(Trouble.CONSENT_NEEDED, refusal);
        }
        try (var window = windows.open()) {
            return await(window.lane(account), deadline, givenUp);
        } catch (LaneDown down) {
            return new LogIn.NotDone(Trouble.BROWSER_LOST, "the window is gone: " + down.getMessage());
        } catch (TimeoutException late) {
            return new LogIn.NotDone(Trouble.PAGE_CHANGED, "the window did not answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new LogIn.NotDone(Trouble.BROWSER_LOST, "interrupted");
        }
    }

    private LogIn await(Lane lane, Instant deadline, BooleanSupplier givenUp)
            throws LaneDown, TimeoutException, InterruptedException {
        var known = new Known();
        var watch = new PageWatch(known, settings.newsLimit(), clock);
        var calls = new PageCalls(lane, clock);
        Tab tab = calls.await(lane.open(watch), clock.instant().plus(OPEN_WITHIN));
        calls.await(
                lane.tell(Urgency.OTHER, () -> {
                    new NetworkTap(
                            tab, watch, body -> lane.tell(Urgency.BODY, body), new Unread(settings.unreadLimit()));
                    tab.go(address, settings.letIn());
                }),
                clock.instant().plus(OPEN_WITHIN));
        while (known.ownUserId() == null) {
            if (known.gone() != null) {
                return new LogIn.NotDone(Trouble.BROWSER_LOST, "the window was closed before anybody was logged in");
            }
            if (givenUp.getAsBoolean()) {
                return new LogIn.NotDone(Trouble.LOGGED_OUT, "the log-in was called off");
            }
            if (!clock.instant().isBefore(deadline)) {
                return new LogIn.NotDone(Trouble.LOGGED_OUT, "nobody logged in in time");
            }
            known.await(() -> known.ownUserId() != null || known.gone() != null, BETWEEN_LOOKS);
        }
        known.await(() -> known.balance() != null || known.gone() != null, WALLET_WITHIN);
        var state = calls.await(lane.storageState(), clock.instant().plus(READ_WITHIN));
        return new LogIn.Done(state, String.valueOf(known.ownUserId()), known.balance());
    }
}
