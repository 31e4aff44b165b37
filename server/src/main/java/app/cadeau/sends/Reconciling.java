package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.PageNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a send did that was cut off with permits armed, in its account's turn (house rule 10). The wallet is read
 * from fresh pages until two readings, 30 s apart, agree: then nothing is on its way any more, and what they show gone is
 * proved, where the wallet can prove at all. They never prove that a gift did not land. Nothing is pressed.
 */
final class Reconciling {

    static final Duration APART = Duration.ofSeconds(30);
    static final Duration ALTOGETHER = Duration.ofSeconds(90);

    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(250);

    private static final Reason CUT_OFF =
            new Reason(Reason.Code.DAEMON_ENDED, "Cadeau was ended in the middle of this send.");

    private final Workshop shop;
    private final BooleanSupplier ended;

    /** @param ended whether the daemon ends; then the send is left for the next start */
    Reconciling(Workshop shop, BooleanSupplier ended) {
        this.shop = shop;
        this.ended = ended;
    }

    void reconcile(SendId id) throws InterruptedException {
        var row = shop.rows().find(id).orElseThrow();
        if (row.state().ended()) {
            return;
        }
        var cut = new CutSend(row, shop.journal().read(id));
        var risk = cut.risk();
        if (risk != null) {
            shop.shut(row.account(), risk);
        }
        var account = shop.accounts().find(row.account()).orElse(null);
        var readings = account != null && wanted(cut, account) ? agreeing(row, account) : List.<BalanceReading>of();
        if (ended.getAsBoolean()) {
            return;
        }
        var lines = readings.stream().map(Evidence.Reading::of).toList();
        var verdict = cut.settle(shop, row.armed(), CUT_OFF, lines);
        cut.remember(shop.groups(), verdict, shop.clock().instant());
        if (account != null) {
            readings.forEach(reading -> shop.books().read(account.id(), reading));
            shop.shutWhereDue(account, null, verdict);
        }
    }

    /** Where the wallet can say nothing, nobody waits for it; an account that is shut is left alone. */
    private boolean wanted(CutSend cut, Account account) {
        return cut.provedByWallet()
                && cut.unknown(cut.row().armed()) > 0
                && account.shut() == null
                && shop.rows().inDoubt(account.id()) == 0;
    }

    private List<BalanceReading> agreeing(SendRow row, Account account) throws InterruptedException {
        var until = shop.in(ALTOGETHER);
        log.info("send {} was cut off; its wallet is read twice, {} s apart", row.id(), APART.toSeconds());
        while (goesOn(until)) {
            switch (shop.open(account, row.streamer())) {
                case Opening.NotOpened(var trouble, var seen, var kept) -> {
                    log.info("the wallet of {} cannot be read yet: {} {}", account.id(), trouble, seen);
                    var why = Ending.of(trouble, seen);
                    if (why.shutsAccount()) {
                        shop.shut(account.id(), Objects.requireNonNull(why.reason()));
                        return List.of();
                    }
                }
                case Opening.Opened(var page) -> {
                    try (page) {
                        var found = agreeing(page, until);
                        if (found != null) {
                            return found;
                        }
                    }
                }
            }
            shop.patience().rest(BETWEEN_TRIES);
        }
        return List.of();
    }

    /** Two readings that agree, or null when this page tells none in time. */
    private @Nullable List<BalanceReading> agreeing(LivePage page, Instant until) throws InterruptedException {
        var first = page.readWallet(until);
        while (first != null
                && !shop.in(APART).isAfter(until)
                && stays(page, first.at().plus(APART))) {
            var second = page.readWallet(until);
            if (second != null && second.coins().equals(first.coins())) {
                return Stream.of(first, second).toList();
            }
            first = second;
        }
        return null;
    }

    /** Lets time pass until then; false when the page is gone, or the daemon ends. */
    private boolean stays(LivePage page, Instant then) throws InterruptedException {
        while (shop.clock().instant().isBefore(then)) {
            if (ended.getAsBoolean() || page.next(GLANCE) instanceof PageNews.Gone) {
                return false;
            }
        }
        return true;
    }

    private boolean goesOn(Instant until) {
        return !ended.getAsBoolean()
                && !Thread.currentThread().isInterrupted()
                && shop.clock().instant().isBefore(until);
    }
}
