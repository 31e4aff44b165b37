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
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Carries one send from PREPARING to its end, on a thread of its own; can be stopped from any other. */
final class Sender {

    private final Workshop shop;
    private final Account account;
    private final Standing standing;
    private final Filing filing;
    private final Knocking knocking;
    private volatile @Nullable Ending stopping;
    private volatile @Nullable Permits permits;
    private volatile @Nullable LivePage page;
    private volatile @Nullable SendLoop loop;
    private @Nullable LateEvidence late;

    Sender(SendRow row, Account account, Workshop shop) {
        this.account = account;
        this.shop = shop;
        this.knocking = new Knocking(shop, () -> stopping != null);
        this.standing = new Standing(row, shop.rows(), shop.books());
        this.filing = new Filing(shop.evidence(), shop.clock(), row.id().text())
                .about("streamer", row.streamer().toString());
    }

    SendId id() {
        return standing.row().id();
    }

    Account account() {
        return account;
    }

    Receipt soFar() {
        return standing.receipt();
    }

    /** After {@link #run}, of a send in REVIEW whose page is still open: to be listened to, and closed. */
    @Nullable
    LateEvidence late() {
        return late;
    }

    void run() throws InterruptedException {
        var latest = standing.row().notAfter();
        var until = shop.in(shop.limits().openWithin());
        var knocks = latest != null && latest.isBefore(until) ? latest : until;
        switch (knocking.open(account, standing.row().streamer(), knocks)) {
            case Opening.NotOpened(var trouble, var seen, var kept) -> {
                filing.found(kept);
                refuse(Ending.of(trouble, seen));
            }
            case Opening.Opened(var opened) -> {
                try {
                    page = opened;
                    prepare(opened);
                } finally {
                    page = null;
                    if (late == null) {
                        opened.close();
                    }
                }
            }
        }
    }

    private void prepare(LivePage opened) throws InterruptedException {
        shop.learn(standing.row().streamer(), opened.facts());
        var wrong = agree(opened.facts());
        if (wrong != null) {
            refuse(wrong);
            return;
        }
        var terms = terms(opened.facts());
        var until = shop.in(shop.limits().prepareWithin());
        switch (opened.select(new GiftId(terms.giftId()), Coins.of(terms.price()), until)) {
            case Selection.NotSelected(var trouble, var seen) -> {
                var why = Ending.of(trouble, seen);
                filing.lookWhereWanted(opened, why.reason(), false);
                refuse(why);
            }
            case Selection.Selected selected -> send(opened, terms);
        }
    }

    /** The gift that was asked for, as this LIVE offers it, at the price that was agreed, within what there is. */
    private @Nullable Ending agree(LiveFacts facts) {
        var row = standing.row();
        return switch (new Offer(row.giftAsked(), row.giftId(), row.price()).on(facts)) {
            case Offer.Wrong(var why) -> why;
            case Offer.Agreed(var gift) -> {
                shop.books().read(account.id(), facts.balance());
                var cost = gift.price().times(row.quantity()).amount();
                var refused =
                        standing.agree(gift).or(() -> shop.books().belowFloor(account.id(), cost, facts.balance()));
                var most = row.maxCoins() == null ? null : Coins.of(row.maxCoins());
                yield refused.map(reason -> new Ending(reason, false))
                        .orElse(Offer.afford(cost, most, facts.balance()));
            }
        };
    }

    private Terms terms(LiveFacts facts) {
        var row = standing.row();
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

    private void send(LivePage opened, Terms terms) throws InterruptedException {
        var gate = new Permits(terms);
        permits = gate;
        var early = stopping;
        if (early != null) {
            refuse(early);
            return;
        }
        var unwritten = grow();
        if (unwritten != null) {
            refuse(unwritten);
            return;
        }
        standing.move(SendState.SENDING);
        var tally = new Tally(shop.clock().instant());
        var pen = new Pen(id(), shop.rows(), shop.journal(), shop.transaction());
        var floors = shop.groups().floors(account.id(), terms, shop.clock().instant());
        var pressing = loop(opened, terms, gate, tally, pen, floors);
        opened.gate(gate);
        opened.allowPresses();
        loop = pressing;
        var late = stopping;
        if (late != null) {
            pressing.stop(late);
        }
        var ending = pressing.run();
        gate.close();
        shop.shutSiblings(account.id(), ending.shutsAccount() ? ending.reason() : null);
        filing.lookWhereWanted(opened, ending.reason(), false);
        shop.patience().until("send " + id() + " as SETTLING", () -> standing.move(SendState.SETTLING));
        settle(opened, new Aftermath(terms, tally, pen, pressing.intake(), floors, pressing.proof(), ending), pressing);
    }

    /** The number beside the database; a send that cannot raise it has armed nothing and ends. */
    private @Nullable Ending grow() {
        try {
            shop.generation().grow();
            return null;
        } catch (RuntimeException failed) {
            return Ending.unwritten(failed);
        }
    }

    private SendLoop loop(LivePage opened, Terms terms, Permits gate, Tally tally, Pen pen, GroupFloors floors) {
        var row = standing.row();
        var reading = opened.facts().balance();
        var before = reading == null ? null : reading.coins().amount();
        knocking.tries().forEach(tally::note);
        tally.note(new Evidence.Opening(
                before, terms.usedAlone(), terms.gapsProve(), shop.clock().instant()));
        var cap = account.exposureCap().amount();
        var course = new Course(terms, shop.limits(), row.cpsMilli() / 1000.0, cap, row.notAfter());
        var quietFrom = shop.groups().quietFrom(account.id(), terms);
        if (quietFrom != null) {
            course.waitUntil(quietFrom);
        }
        tally.note(new Evidence.Aim(
                terms.roomId(), terms.hostId(), terms.ownUserId(), floors.byGroup(), floors.strays(), floors.since()));
        return new SendLoop(
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
                shop.headroom(),
                verdict -> standing.publish(verdict, tally));
    }

    private void settle(LivePage opened, Aftermath after, SendLoop pressing) throws InterruptedException {
        var tally = after.tally();
        var ending = after.ending();
        var settling = pressing.settling(this::readWalletAnew, after);
        var verdict = settling.run();
        var now = shop.clock().instant();
        after.remember(shop.groups(), account.id(), verdict, now);
        filing.lookWhereWanted(opened, ending.reason(), verdict.unknown() > 0);
        standing.publish(verdict, tally);
        filing.keeping(ending.reason(), verdict.unknown() > 0, standing, () -> {
            shop.patience()
                    .until(
                            "the end of send " + id() + ", " + verdict,
                            () -> standing.finish(ending, verdict, after.terms(), tally, after.pen(), now));
            shop.patience().until("the wallet after send " + id(), () -> {
                shop.books().read(account.id(), settling.reading());
                shop.shutWhereDue(account, after.intake().shut(), verdict);
            });
        });
        if (verdict.unknown() > 0 && !after.intake().pageGone()) {
            late = new LateEvidence(shop, account, id(), opened, after);
        }
    }

    private @Nullable BalanceReading readWalletAnew(Instant deadline) {
        return switch (shop.pages().open(account, standing.row().streamer(), deadline)) {
            case Opening.NotOpened closed -> null;
            case Opening.Opened(var fresh) -> {
                try (fresh) {
                    yield fresh.facts().balance();
                }
            }
        };
    }

    private void refuse(Ending found) {
        // A stop that came meanwhile is why it ends, unless a person must look at what was found.
        var stop = stopping;
        var ending = stop == null || found.shutsAccount() ? found : stop;
        filing.keeping(ending.reason(), false, standing, () -> {
            standing.ended(Objects.requireNonNull(shop.transaction().execute(status -> {
                shop.journal().append(id(), shop.journal().length(id()), List.copyOf(knocking.tries()));
                return standing.refuse(ending, shop.clock().instant());
            })));
            if (ending.shutsAccount()) {
                shop.shut(account, Objects.requireNonNull(ending.reason()));
            }
        });
    }

    /** Stops it, and waits until no press can begin any more; the gifts that are already on their way. */
    int stop(Ending why) {
        return halt(why).getAsInt();
    }

    /**
     * Stops: the latch and the gate first, then the page is told. It waits for nothing, so that many are stopped at once;
     * what it returns waits until no press can begin any more, and then tells how many gifts are on their way.
     */
    IntSupplier halt(Ending why) {
        stopping = why;
        var gate = permits;
        if (gate != null) {
            gate.close();
        }
        var pressing = loop;
        var open = page;
        if (gate == null || pressing == null || open == null) {
            return () -> 0;
        }
        pressing.stop(why);
        return new Halt(
                        id(),
                        open,
                        shop.limits().stopWithin(),
                        () -> Math.max(0, gate.consumed() - pressing.answered()))::await;
    }
}
