package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a LIVE, and again where it failed for a reason that may pass and nothing can have been spent: the browser died,
 * or nothing answers at the site. Exponential back-off with jitter, {@value #MOST} tries at most, within a deadline. What a
 * page says about itself is the truth and is never asked twice; neither is a request for a gift.
 */
final class Knocking {

    static final int MOST = 5;

    private static final Logger log = LoggerFactory.getLogger(Knocking.class);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Workshop shop;
    private final BooleanSupplier givenUp;
    private final Random jitter;
    private final List<Evidence.Tried> tries = new ArrayList<>();

    /** @param givenUp whether nobody waits for the page any more */
    Knocking(Workshop shop, BooleanSupplier givenUp) {
        this.shop = shop;
        this.givenUp = givenUp;
        this.jitter = new Random(shop.clock().instant().toEpochMilli());
    }

    /** The tries that failed and were made again, for the journal. */
    List<Evidence.Tried> tries() {
        return List.copyOf(tries);
    }

    Opening open(Account account, StreamerName streamer, Instant until) {
        var pause = FIRST;
        while (true) {
            var opening = shop.pages().open(account, streamer, until);
            if (!(opening instanceof Opening.NotOpened(var trouble, var seen, var kept)) || !mayPass(trouble)) {
                return opening;
            }
            var wait = pause.multipliedBy(80 + jitter.nextInt(41)).dividedBy(100);
            var now = shop.clock().instant();
            if (tries.size() + 1 >= MOST
                    || givenUp.getAsBoolean()
                    || now.plus(wait).isAfter(until)) {
                return opening;
            }
            tries.add(new Evidence.Tried("open", tries.size() + 1, trouble + ": " + seen, wait.toMillis(), now));
            log.info("{} at {}: {}; tried again in {} ms", trouble, streamer, seen, wait.toMillis());
            rest(wait);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }

    private static boolean mayPass(Trouble trouble) {
        return switch (trouble) {
            case BROWSER_LOST, SITE_DOWN -> true;
            case OFF_AIR,
                    LIVE_ENDED,
                    LIVE_PAUSED,
                    GIFT_NOT_OFFERED,
                    PRICE_MOVED,
                    LOGGED_OUT,
                    CONSENT_NEEDED,
                    PAGE_CHANGED,
                    REFUSED_BY_PLATFORM,
                    RESTRICTED,
                    CHALLENGED -> false;
        };
    }

    /** In steps, so that a stop need not wait for it. */
    private void rest(Duration wait) {
        var steps = Math.ceilDiv(wait.toMillis(), STEP.toMillis());
        for (var step = 0; step < steps && !givenUp.getAsBoolean(); step++) {
            shop.patience().rest(STEP);
        }
    }
}
