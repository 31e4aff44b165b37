package app.cadeau.sends;

import app.cadeau.catalogue.GiftId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.BurstOrder;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.Selection;
import app.cadeau.livepage.Trouble;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pressing part of a send: per burst arm, open, press, listen. Ends with the reason why it presses no more; what has
 * passed by then is for {@link Settling}. Belongs to the sender's thread, but for what {@link #stop} says.
 */
final class SendLoop {

    private static final Duration BURST_DEADLINE = Duration.ofMillis(245);
    private static final Duration ENGINE_SILENCE = Duration.ofSeconds(2);
    private static final Duration BEHIND = Duration.ofMillis(20);

    private final Terms terms;
    private final LivePage page;
    private final Permits permits;
    private final Course course;
    private final Tally tally;
    private final Pen pen;
    private final PriceProof price;
    private final Intake intake;
    private final InstantSource clock;
    private final SendsConfig limits;
    private final Proof proof;
    private final Headroom headroom;
    private final Consumer<Verdict> publish;
    private volatile @Nullable Ending stopping;
    private volatile int answered;
    private @Nullable Instant burstDeadline;
    private final TellingPace telling = new TellingPace();
    private int proofs;
    private @Nullable Instant burstDue;
    private int pressesBefore;
    private boolean selectAnew;
    private int selections;
    private long bursts;

    SendLoop(
            Terms terms,
            LivePage page,
            Permits permits,
            Course course,
            Tally tally,
            Pen pen,
            @Nullable Long coinsBefore,
            InstantSource clock,
            SendsConfig limits,
            GroupFloors floors,
            Headroom headroom,
            Consumer<Verdict> publish) {
        this.terms = terms;
        this.page = page;
        this.permits = permits;
        this.course = course;
        this.tally = tally;
        this.pen = pen;
        this.price = new PriceProof(terms, floors, coinsBefore);
        this.intake = new Intake(permits, course, tally, price, coinsBefore);
        this.clock = clock;
        this.limits = limits;
        this.proof = new Proof(terms, floors);
        this.headroom = headroom;
        this.publish = publish;
    }

    Ending run() throws InterruptedException {
        while (true) {
            var now = clock.instant();
            course.pace(headroom, now);
            look(now);
            var ending = intake.ending();
            if (ending != null) {
                return ending;
            }
            switch (course.next(tally, now)) {
                case Step.Over(var over) -> intake.end(over);
                case Step.Press(var presses) -> press(presses, now);
                case Step.Listen(var most) -> listen(most);
            }
        }
    }

    /** Called by whoever stops, on any thread: from now on no burst begins. */
    void stop(Ending why) {
        stopping = why;
    }

    /** Gifts that passed the gate and are no longer waited for; may be read from any thread. */
    int answered() {
        return answered;
    }

    /** What comes when no press begins any more. */
    Settling settling(Function<Instant, @Nullable BalanceReading> anew, Aftermath after) {
        return new Settling(after, page, anew, clock, limits, telling, publish);
    }

    Intake intake() {
        return intake;
    }

    Proof proof() {
        return proof;
    }

    private void look(Instant now) {
        tally.passTime(now, limits);
        var stopped = stopping;
        if (stopped != null) {
            intake.end(stopped);
        }
        if (course.provingPrice()) {
            provePrice(now);
        }
        var silent = burstDeadline == null ? null : burstDeadline.plus(ENGINE_SILENCE);
        if (tally.burstRunning() && silent != null && now.isAfter(silent)) {
            intake.end(Ending.because(Reason.Code.BROWSER_LOST, "The browser does not answer any more."));
        }
        selectAnew |= intake.takeMoved();
        if (selectAnew && intake.ending() == null && !tally.burstRunning()) {
            select(now);
        }
    }

    private void provePrice(Instant now) {
        switch (price.finding(now)) {
            case PriceProof.Finding.Waiting waiting -> {}
            case PriceProof.Finding.Disproved(var why) -> intake.end(why);
            case PriceProof.Finding.Proved(var coinsBefore) -> {
                if (coinsBefore != null && tally.consumed() == 1) {
                    tally.note(new Evidence.Opening(coinsBefore, terms.usedAlone(), terms.gapsProve(), now));
                }
                course.priceProved();
            }
        }
    }

    private void select(Instant now) {
        selectAnew = false;
        if (++selections > limits.reselections()) {
            var seen = "The gift's tile was replaced " + limits.reselections() + " times.";
            intake.end(Ending.of(Trouble.PAGE_CHANGED, seen));
            return;
        }
        var until = now.plus(limits.prepareWithin());
        switch (page.select(new GiftId(terms.giftId()), Coins.of(terms.price()), until)) {
            case Selection.Selected again -> course.startAlone();
            case Selection.NotSelected(var trouble, var seen) -> intake.end(Ending.of(trouble, seen));
        }
    }

    private void press(int presses, Instant now) {
        if (page.behindOnAnswers()) {
            course.waitUntil(now.plus(BEHIND));
            return;
        }
        if (!armed(tally.consumed() + tally.unseen() + presses, now)) {
            return;
        }
        course.pressing(tally);
        if (course.provingPrice()) {
            price.begin(intake.newestReading());
        }
        var deadline = deadline();
        burstDeadline = deadline;
        var last = tally.lastPress();
        burstDue = last == null || last.plus(course.interval()).isBefore(now) ? now : last.plus(course.interval());
        pressesBefore = tally.presses();
        permits.open(presses, tally.consumed() + tally.unseen());
        tally.burstStarted();
        page.burst(new BurstOrder(++bursts, presses, course.interval(), deadline));
        armed(tally.consumed() + tally.unseen() + presses + course.burst(), now); // the journal runs one burst ahead
        report();
    }

    private Instant deadline() {
        var deadline = clock.instant().plus(BURST_DEADLINE);
        var latest = course.notAfter();
        return latest != null && latest.isBefore(deadline) ? latest : deadline;
    }

    /** Whether the permits are on disk; if they cannot be, the send presses no more. */
    private boolean armed(int permitsNeeded, Instant now) {
        var last = Math.min(terms.requested(), permitsNeeded);
        try {
            pen.arm(tally, last, terms.price(), intake.newestReading(), now);
            return true;
        } catch (RuntimeException failed) {
            intake.end(Ending.unwritten(failed));
            return false;
        }
    }

    /** Ends what went beyond; only here, where the price is proved or nothing is pressed yet: a first reading may be old. */
    private void report() {
        var verdict = verdict();
        if (verdict.excess() > 0) {
            intake.end(new Ending(Reason.excess(verdict.excess()), true));
        }
        tellIfDue(verdict);
    }

    private Verdict verdict() {
        return proof.of(tally.evidence());
    }

    private void tellIfDue(@Nullable Verdict known) {
        var now = clock.instant();
        if (!now.isBefore(telling.due())) {
            publish.accept(known == null ? verdict() : known);
            telling.told(now);
        }
    }

    private void listen(Duration most) throws InterruptedException {
        var news = page.next(untilTold(most));
        while (news != null) {
            intake.take(news);
            noteNews();
            noteLateness();
            news = page.next(Duration.ZERO);
        }
        answered = tally.consumed() - tally.exposure();
        if (!course.provingPrice()) {
            tellIfDue(null);
        }
    }

    private void noteNews() {
        var now = clock.instant();
        telling.came(now);
        var before = proofs;
        proofs = tally.proofs(terms.usedAlone());
        if (proofs > before) {
            telling.proved(now, course.interval());
        }
    }

    private Duration untilTold(Duration most) {
        var due = Duration.between(clock.instant(), telling.due());
        return course.provingPrice() || due.compareTo(most) > 0 ? most : due.isNegative() ? Duration.ZERO : due;
    }

    /** Of the first press of each burst: how much later it was than it could have been. */
    private void noteLateness() {
        var due = burstDue;
        var first = tally.lastPress();
        if (due != null && first != null && tally.presses() > pressesBefore) {
            burstDue = null;
            headroom.began(pen.send(), Duration.between(due, first), first);
        }
    }
}
