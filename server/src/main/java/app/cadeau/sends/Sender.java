package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.catalogue.GiftId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Selection;
import app.cadeau.money.Coins;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one send from PREPARING to its end, on a thread of its own; can be stopped from any other. */
final class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Workshop shop;
    private final Account account;
    private volatile SendRow row;
    private volatile SendState state = SendState.PREPARING;
    private volatile SendRow.Outcome known = SendRow.Outcome.NONE;
    private volatile boolean stopping;
    private volatile @Nullable Permits permits;
    private volatile @Nullable LivePage page;
    private volatile @Nullable SendLoop loop;

    Sender(SendRow row, Account account, Workshop shop) {
        this.row = row;
        this.account = account;
        this.shop = shop;
    }

    SendId id() {
        return row.id();
    }

    Account account() {
        return account;
    }

    Receipt soFar() {
        return row.receipt(state, known);
    }

    void run() throws InterruptedException {
        var opening =
                shop.pages().open(account, row.streamer(), shop.in(shop.limits().prepareWithin()));
        switch (opening) {
            case Opening.NotOpened(var trouble, var seen) -> refuse(Ending.of(trouble, seen));
            case Opening.Opened(var opened) -> {
                try (opened) {
                    page = opened;
                    prepare(opened);
                } finally {
                    page = null;
                }
            }
        }
    }

    private void prepare(LivePage opened) throws InterruptedException {
        var facts = opened.facts();
        var wrong = agree(facts);
        if (wrong == null && stopping) {
            wrong = stoppedByMember();
        }
        if (wrong != null) {
            refuse(wrong);
            return;
        }
        var terms = terms(facts);
        var selection = opened.select(
                new GiftId(terms.giftId()),
                Coins.of(terms.price()),
                shop.in(shop.limits().prepareWithin()));
        switch (selection) {
            case Selection.NotSelected(var trouble, var seen) -> refuse(Ending.of(trouble, seen));
            case Selection.Selected selected -> send(opened, terms, facts);
        }
    }

    /** The gift that was asked for, as this LIVE offers it, at the price that was agreed, within what there is. */
    private @Nullable Ending agree(LiveFacts facts) {
        return switch (new Offer(row.giftAsked(), row.giftId(), row.price()).on(facts)) {
            case Offer.Wrong(var why) -> why;
            case Offer.Agreed(var gift) -> {
                shop.rows()
                        .agree(
                                row.id(),
                                gift.id().value(),
                                gift.name(),
                                gift.price().amount());
                row = shop.rows().find(row.id()).orElseThrow();
                var most = row.maxCoins() == null ? null : Coins.of(row.maxCoins());
                yield Offer.afford(gift.price().times(row.quantity()).amount(), most, facts.balance());
            }
        };
    }

    private Terms terms(LiveFacts facts) {
        return new Terms(
                row.quantity(),
                Objects.requireNonNull(row.giftId()),
                Objects.requireNonNull(row.price()),
                facts.roomId(),
                facts.hostId(),
                facts.ownUserId(),
                account.usedAlone(),
                shop.rows().inDoubt(account.id()) == 0);
    }

    private void send(LivePage opened, Terms terms, LiveFacts facts) throws InterruptedException {
        var floors = shop.groups().floors(account.id(), terms);
        var gate = new Permits(terms);
        permits = gate;
        if (stopping) {
            refuse(stoppedByMember());
            return;
        }
        move(SendState.PREPARING, SendState.SENDING);
        var before = facts.balance() == null ? null : facts.balance().coins().amount();
        var now = shop.clock().instant();
        var tally = new Tally(now);
        tally.note(new Evidence.Opening(before, terms.usedAlone(), terms.gapsProve(), now));
        var pen = new Pen(row.id(), shop.rows(), shop.journal(), shop.transaction());
        var course = new Course(
                terms,
                shop.limits(),
                row.cpsMilli() / 1000.0,
                account.exposureCap().amount(),
                row.notAfter());
        var pressing = new SendLoop(
                terms,
                opened,
                gate,
                course,
                tally,
                pen,
                before,
                shop.clock(),
                shop.limits(),
                floors,
                verdict -> publish(verdict, tally));
        var quietFrom = shop.groups().quietFrom(account.id(), terms);
        if (quietFrom != null) {
            course.waitUntil(quietFrom);
        }
        opened.gate(gate);
        opened.allowPresses();
        loop = pressing;
        if (stopping) {
            pressing.stop();
        }
        var ending = pressing.run();
        gate.close();
        move(SendState.SENDING, SendState.SETTLING);
        var verdict = new Settling(
                        terms, tally, pressing, opened, this::readWalletAnew, floors, shop.clock(), shop.limits())
                .run();
        var reached = floors.after(terms, tally.evidence(), verdict);
        shop.groups()
                .remember(account.id(), terms, reached, verdict, shop.clock().instant());
        finish(ending, verdict, tally, pen, pressing.shut());
    }

    private @Nullable BalanceReading readWalletAnew(Instant deadline) {
        return switch (shop.pages().open(account, row.streamer(), deadline)) {
            case Opening.NotOpened closed -> null;
            case Opening.Opened(var fresh) -> {
                try (fresh) {
                    yield fresh.facts().balance();
                }
            }
        };
    }

    private void publish(Verdict verdict, Tally tally) {
        known = SendRow.Outcome.of(verdict, tally, null, null);
    }

    private void finish(Ending ending, Verdict verdict, Tally tally, Pen pen, @Nullable Reason shut) {
        var end = SendState.endOf(row.quantity(), verdict.confirmed(), verdict.unknown(), ending.stopped());
        var now = shop.clock().instant();
        var outcome = SendRow.Outcome.of(verdict, tally, reason(ending, verdict), now);
        if (!pen.finish(tally, now, () -> shop.rows().end(row.id(), SendState.SETTLING, end, outcome))) {
            throw new IllegalStateException("send " + row.id() + " was moved by somebody else while it settled");
        }
        known = outcome;
        state = end;
        shop.shutWhereDue(account, shut, verdict);
        log.info(
                "send {} to {}: {} {} of {} confirmed, {} unknown, {} excess",
                row.id(),
                row.streamer(),
                end,
                verdict.confirmed(),
                row.quantity(),
                verdict.unknown(),
                verdict.excess());
    }

    private @Nullable Reason reason(Ending ending, Verdict verdict) {
        if (ending.reason() != null || verdict.unknown() == 0 && verdict.confirmed() == row.quantity()) {
            return ending.reason();
        }
        return verdict.unknown() > 0
                ? new Reason(Reason.Code.NOT_PROVED, verdict.unknown() + " gifts can be proved neither way.")
                : new Reason(Reason.Code.NOT_LANDED, "The platform took fewer gifts than were asked for.");
    }

    /** Ends a send on which nothing was armed. */
    private void refuse(Ending ending) {
        var end = ending.stopped() ? SendState.STOPPED : SendState.REFUSED;
        var outcome = known.refused(
                Objects.requireNonNull(ending.reason()), shop.clock().instant());
        shop.rows().end(row.id(), SendState.PREPARING, end, outcome);
        known = outcome;
        state = end;
        if (ending.shutsAccount()) {
            shop.shut(account, Objects.requireNonNull(ending.reason()));
        }
        log.info("send {} to {}: {} {}", row.id(), row.streamer(), end, ending.reason());
    }

    private static Ending stoppedByMember() {
        return Ending.because(Reason.Code.STOPPED_BY_MEMBER, "A member stopped it.");
    }

    private void move(SendState from, SendState to) {
        if (!shop.rows().move(row.id(), from, to)) {
            throw new IllegalStateException("send " + row.id() + " is no longer " + from);
        }
        state = to;
    }

    /**
     * Stops: the latch and the gate first, then the page. Returns the gifts that are already on their way, when no press
     * can begin any more; a page that does not obey in time loses its engine.
     */
    int stop() {
        stopping = true;
        var gate = permits;
        if (gate != null) {
            gate.close();
        }
        var pressing = loop;
        var open = page;
        if (pressing == null || open == null) {
            return 0;
        }
        pressing.stop();
        obey(open);
        return gate == null ? 0 : Math.max(0, gate.consumed() - pressing.answered());
    }

    private void obey(LivePage open) {
        var within = shop.limits().stopWithin();
        try {
            open.stopPresses().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            log.warn("send {}: the page did not obey a stop within {}; its engine is ended", row.id(), within);
            open.killEngine();
        } catch (ExecutionException gone) {
            log.warn("send {}: the page was gone when it was stopped", row.id(), gone.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
