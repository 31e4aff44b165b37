package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import app.cadeau.catalogue.Gift;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Waits until a page that has set out shows its LIVE, and judges what it is instead when it does not. */
final class Arriving {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    /** A page that is still drawing itself shows a log-in or no gifts for a moment. */
    private static final Duration SEEN_FOR = Duration.ofMillis(700);

    /** What the page's own calls may take once its gifts are there. */
    private static final Duration CALLS_WITHIN = Duration.ofMillis(1_500);

    /** What a warm page may take to draw the coins that our last answer left. */
    private static final Duration DRAWN_WITHIN = Duration.ofMillis(500);

    private record Doubt(Trouble trouble, String seen) {}

    private final ChromiumLivePage page;
    private final Known known;
    private final InstantSource clock;
    private final Supplier<Collection<Gift>> catalogue;
    private @Nullable Doubt doubt;
    private @Nullable Instant doubtSince;
    private boolean heard;
    private int taught;

    Arriving(ChromiumLivePage page, InstantSource clock, Supplier<Collection<Gift>> catalogue) {
        this.page = page;
        this.known = page.known();
        this.clock = clock;
        this.catalogue = catalogue;
    }

    Opening await(Instant deadline) throws LaneDown, InterruptedException {
        if (!known.await(() -> known.hasArrived() || known.gone() != null, left(deadline))) {
            return new Opening.NotOpened(Trouble.PAGE_CHANGED, "the page did not load in time");
        }
        while (true) {
            String gone = known.gone();
            if (gone != null) {
                return new Opening.NotOpened(Trouble.BROWSER_LOST, gone);
            }
            Instant now = clock.instant();
            teach(deadline);
            JsonNode look = page.calls().look("cadeau.look()", deadline);
            doubt(look, now);
            if (doubt == null && heard) {
                return finish(look, deadline);
            }
            if (doubt == null) {
                // What the page's own calls told may change what it shows: it is looked at once more.
                heard = true;
                known.await(this::callsSettled, left(earlier(now.plus(CALLS_WITHIN), deadline)));
                continue;
            }
            boolean sure = doubt.trouble() != Trouble.PAGE_CHANGED && !now.isBefore(since().plus(SEEN_FOR));
            if (sure || now.isAfter(deadline)) {
                return new Opening.NotOpened(doubt.trouble(), doubt.seen());
            }
            known.await(() -> known.gone() != null, BETWEEN_LOOKS);
        }
    }

    /**
     * Whether a warm page is as good as new; then its facts are fresh and its news begin now. It must show, now, the
     * coins that our own calls have left: a balance from before them would be counted as spent once more.
     */
    boolean again(Instant deadline) throws LaneDown, InterruptedException {
        BalanceReading badge = freshBadge(earlier(clock.instant().plus(DRAWN_WITHIN), deadline));
        if (badge == null) {
            return false;
        }
        page.begin();
        LiveFacts last = page.facts();
        page.settleIn(new LiveFacts(last.roomId(), known.hostId(), known.ownUserId(), last.offered(), badge));
        return true;
    }

    /** What the LIVE's list says lets the page's library know tiles that say little by themselves. */
    private void teach(Instant deadline) throws LaneDown, InterruptedException {
        int listed = known.gifts().size();
        if (listed > taught) {
            taught = listed;
            page.calls().look("cadeau.gifts(" + ListedGifts.words(known.gifts()) + "), 0", deadline);
        }
    }

    /** An answer is heard on the wire before the page draws the coins that it left. */
    private @Nullable BalanceReading freshBadge(Instant until) throws LaneDown, InterruptedException {
        Coins left = known.purse().left();
        while (left != null) {
            JsonNode look = page.calls().look("cadeau.look()", until);
            BalanceReading badge = badge(look);
            if (judge(look) != null || badge == null || known.gone() != null) {
                return null;
            }
            if (badge.coins().equals(left)) {
                return badge;
            }
            if (!clock.instant().isBefore(until)) {
                return null;
            }
            known.await(() -> known.gone() != null, BETWEEN_LOOKS);
        }
        return null;
    }

    private Instant since() {
        return doubtSince == null ? clock.instant() : doubtSince;
    }

    private void doubt(@Nullable JsonNode look, Instant now) {
        // A look that the deadline cut off tells less than the one before it.
        Doubt next = look == null && doubt != null ? doubt : judge(look);
        if (next == null || doubt == null || next.trouble() != doubt.trouble()) {
            doubtSince = now;
        }
        doubt = next;
    }

    private @Nullable Doubt judge(@Nullable JsonNode look) {
        if (look == null || !look.isObject()) {
            return new Doubt(Trouble.PAGE_CHANGED, "the page did not answer");
        }
        String challenge = Json.text(look, "challenge");
        if (challenge != null) {
            return new Doubt(Trouble.CHALLENGED, challenge);
        }
        if (look.path("ended").asBoolean(false)) {
            return new Doubt(Trouble.LIVE_ENDED, said(look, "the LIVE has ended"));
        }
        if (look.path("barred").asBoolean(false)) {
            return new Doubt(Trouble.REFUSED_BY_PLATFORM, said(look, "the page keeps this account out"));
        }
        String barred = known.barred();
        if (barred != null) {
            return new Doubt(Trouble.RESTRICTED, barred);
        }
        JsonNode onAir = look.get("onAir");
        if (onAir != null && onAir.isBoolean() && !onAir.asBoolean()) {
            return new Doubt(Trouble.OFF_AIR, said(look, "no LIVE"));
        }
        if (known.isLoggedOut()) {
            return new Doubt(Trouble.LOGGED_OUT, "the page's own calls were told that nobody is logged in");
        }
        if (look.path("loggedOut").asBoolean(false)) {
            return new Doubt(Trouble.LOGGED_OUT, "the page asks to log in");
        }
        if (onAir == null || !onAir.isBoolean()) {
            return new Doubt(Trouble.PAGE_CHANGED, "no gift of this LIVE was found on its page");
        }
        return nobody(look) ? new Doubt(Trouble.PAGE_CHANGED, "the page shows neither our account nor a wallet") : null;
    }

    /** The page has asked who we are and was told nobody: it is about to show a log-in. */
    private boolean nobody(JsonNode look) {
        return known.isSettled(CallPath.ACCOUNT_INFO)
                && known.ownUserId() == null
                && known.balance() == null
                && Json.whole(look, "balance") == null;
    }

    private static String said(JsonNode look, String otherwise) {
        String text = Json.text(look, "offAirText");
        return text == null ? otherwise : text;
    }

    private Opening finish(@Nullable JsonNode look, Instant deadline) throws LaneDown, InterruptedException {
        var state = PageState.read(page.calls().look(PageState.SCRIPT, deadline));
        learnFrom(state);
        String room = known.roomId();
        if (room == null) {
            return new Opening.NotOpened(Trouble.PAGE_CHANGED, "the page does not tell the id of its LIVE");
        }
        boolean listed = !known.gifts().isEmpty();
        if (!listed) {
            known.candidates(catalogue.get());
        }
        page.calls().look("cadeau.gifts(" + ListedGifts.words(known.gifts()) + "), 0", deadline);
        page.calls().look("cadeau.pages(" + Json.write(known.pages()) + "), 0", deadline);
        page.calls().look("cadeau.host(" + Json.write(state.hostNames()) + "), 0", deadline);
        JsonNode tiles = listed
                ? page.calls().look("cadeau.offered()", deadline)
                : new Panel(page, known, clock).tiles(deadline);
        var offered = Offers.of(known.gifts(), tiles).stream()
                .filter(gift -> listed || gift.place() != OfferedGift.Place.LISTED)
                .toList();
        page.calls().look("cadeau.watch(), 0", deadline);
        BalanceReading balance = balance(look);
        if (balance != null) {
            known.purse().told(balance.coins());
        }
        page.settleIn(new LiveFacts(room, known.hostId(), known.ownUserId(), offered, balance));
        return new Opening.Opened(page);
    }

    private boolean callsSettled() {
        return known.gone() != null
                || (known.isSettled(CallPath.GIFT_LIST)
                        && known.isSettled(CallPath.ACCOUNT_INFO)
                        && known.isSettled(CallPath.WALLET));
    }

    private void learnFrom(PageState state) {
        known.ids(state.roomId(), state.hostId(), state.ownUserId());
    }

    private @Nullable BalanceReading balance(@Nullable JsonNode look) {
        BalanceReading wallet = known.balance();
        return wallet != null ? wallet : badge(look);
    }

    private @Nullable BalanceReading badge(@Nullable JsonNode look) {
        Long badge = Json.whole(look, "balance");
        return badge == null ? null : new BalanceReading(Coins.of(badge), BalanceReading.Source.BADGE, clock.instant());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Duration left(Instant deadline) {
        return Duration.between(clock.instant(), deadline);
    }
}
