package app.cadeau.sends;

import app.cadeau.catalogue.GiftId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.BurstOrder;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.PageNews;
import app.cadeau.livepage.Selection;
import app.cadeau.livepage.Trouble;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pressing part of a send: per burst arm, open, press, listen. Ends with the reason why it presses no more; what has
 * passed by then is for {@link Settling}. Belongs to the sender's thread, but for what {@link #stop} says.
 */
final class SendLoop {

    private static final Duration BURST_DEADLINE = Duration.ofMillis(245);
    private static final Duration ENGINE_SILENCE = Duration.ofSeconds(2);
    private static final Duration COVERED_FOR = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final Terms terms;
    private final LivePage page;
    private final Permits permits;
    private final Course course;
    private final Tally tally;
    private final Pen pen;
    private final PriceProof price;
    private final InstantSource clock;
    private final SendsConfig limits;
    private final GroupFloors floors;
    private final Consumer<Verdict> publish;
    private volatile boolean stopping;
    private @Nullable Instant burstDeadline;
    private volatile int answered;
    private @Nullable Ending ending;
    private @Nullable Reason shut;
    private @Nullable Long newestReading;
    private @Nullable Instant coveredSince;
    private boolean selectAnew;
    private boolean pageGone;
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
            Consumer<Verdict> publish) {
        this.terms = terms;
        this.page = page;
        this.permits = permits;
        this.course = course;
        this.tally = tally;
        this.pen = pen;
        this.price = new PriceProof(terms, coinsBefore);
        this.newestReading = coinsBefore;
        this.clock = clock;
        this.limits = limits;
        this.floors = floors;
        this.publish = publish;
    }

    Ending run() throws InterruptedException {
        while (true) {
            var now = clock.instant();
            look(now);
            if (ending != null) {
                return ending;
            }
            switch (course.next(tally, now)) {
                case Step.Over(var over) -> end(over);
                case Step.Press(var presses) -> press(presses, now);
                case Step.Listen(var most) -> listen(most);
            }
        }
    }

    /** Called by whoever stops, on any thread: from now on no burst begins. */
    void stop() {
        stopping = true;
    }

    /** Gifts that passed the gate and are no longer waited for; may be read from any thread. */
    int answered() {
        return answered;
    }

    boolean pageGone() {
        return pageGone;
    }

    private void look(Instant now) throws InterruptedException {
        tally.passTime(now, limits);
        if (stopping) {
            end(Ending.because(Reason.Code.STOPPED_BY_MEMBER, "A member stopped it."));
        }
        if (course.provingPrice()) {
            provePrice(now);
        }
        var silent = burstDeadline == null ? null : burstDeadline.plus(ENGINE_SILENCE);
        if (tally.burstRunning() && silent != null && now.isAfter(silent)) {
            end(Ending.because(Reason.Code.BROWSER_LOST, "The browser does not answer any more."));
        }
        if (selectAnew && ending == null && !tally.burstRunning()) {
            select(now);
        }
    }

    private void provePrice(Instant now) {
        switch (price.finding(now)) {
            case PriceProof.Finding.Waiting waiting -> {}
            case PriceProof.Finding.Disproved(var why) -> end(why);
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
            end(Ending.of(Trouble.PAGE_CHANGED, "The gift's tile was replaced " + limits.reselections() + " times."));
            return;
        }
        var selected =
                page.select(new GiftId(terms.giftId()), Coins.of(terms.price()), now.plus(limits.prepareWithin()));
        switch (selected) {
            case Selection.Selected again -> course.startAlone();
            case Selection.NotSelected(var trouble, var seen) -> end(Ending.of(trouble, seen));
        }
    }

    private void press(int presses, Instant now) {
        if (page.behindOnAnswers()) {
            course.waitUntil(now.plus(Duration.ofMillis(20)));
            return;
        }
        arm(tally.consumed() + tally.unseen() + presses, now);
        var deadline = clock.instant().plus(BURST_DEADLINE);
        var latest = course.notAfter();
        deadline = latest != null && latest.isBefore(deadline) ? latest : deadline;
        course.pressing(tally);
        if (course.provingPrice()) {
            price.begin(newestReading);
        }
        burstDeadline = deadline;
        permits.open(presses, tally.unseen());
        tally.burstStarted();
        page.burst(new BurstOrder(++bursts, presses, course.interval(), deadline));
        arm(tally.consumed() + tally.unseen() + presses + course.burst(), now); // the journal runs one burst ahead
        report();
    }

    private void arm(int permitsNeeded, Instant now) {
        pen.arm(tally, Math.min(terms.requested(), permitsNeeded), terms.price(), newestReading, now);
    }

    private void report() {
        var verdict = Verdict.of(terms, tally.evidence(), floors);
        if (verdict.excess() > 0) {
            end(Ending.shutting(
                    Reason.Code.EXCESS, verdict.excess() + " gifts landed beyond those that were asked for."));
        }
        publish.accept(verdict);
    }

    private void listen(Duration most) throws InterruptedException {
        var news = page.next(most);
        while (news != null) {
            take(news);
            news = page.next(Duration.ZERO);
        }
        answered = tally.consumed() - tally.exposure();
    }

    /** Takes one piece of news; also while settling, when no press begins any more. */
    void take(PageNews news) {
        switch (news) {
            case PageNews.Pressed pressed -> pressed(pressed);
            case PageNews.BurstEnded ended -> burstEnded(ended);
            case PageNews.Asked asked -> asked(asked);
            case PageNews.Answered answered -> answered(Lines.answer(answered));
            case PageNews.AnswerLost lost -> lost(lost);
            case PageNews.Echo echo -> {
                tally.note(new Evidence.Echoed(echo.gift(), echo.at()));
                price.echoed(echo.gift());
            }
            case PageNews.Balance(var reading) -> read(reading);
            case PageNews.LivePaused paused -> course.paused(paused.at());
            case PageNews.LiveResumed resumed -> course.resumed();
            case PageNews.LiveEnded ended -> end(Ending.of(Trouble.LIVE_ENDED, "The LIVE ended."));
            case PageNews.Shaken(var trouble, var seen, var at) -> end(Ending.of(trouble, seen));
            case PageNews.Gone(var why, var at) -> {
                pageGone = true;
                end(Ending.of(Trouble.BROWSER_LOST, why));
            }
        }
    }

    private void pressed(PageNews.Pressed pressed) {
        coveredSince = null;
        tally.pressed(pressed);
    }

    private void asked(PageNews.Asked asked) {
        tally.asked(asked);
        var breach = permits.breach();
        if (breach != null) {
            end(Ending.of(breach));
        }
    }

    private void answered(Evidence.Answer answer) {
        var count = tally.countOf(answer.key());
        tally.answered(answer);
        if (answer.calmDown()) {
            end(Ending.shutting(Reason.Code.REFUSED_BY_PLATFORM, "The platform asks this account to calm down."));
        } else if (answer.sent()) {
            newestReading = answer.coinsLeft() == null ? newestReading : lower(answer.coinsLeft());
            price.answered(answer, count);
        } else if (answer.httpStatus() / 100 == 2 && answer.statusCode() != null) {
            var reason = Refusals.reason(answer.statusCode(), answer.prompt());
            end(new Ending(reason, Refusals.risk(answer.statusCode())));
        } else {
            end(Ending.because(
                    Reason.Code.NOT_PROVED,
                    "A gift was answered with HTTP " + answer.httpStatus() + " and no status."));
        }
    }

    /** Answers come out of order, so the newest reading is the lowest that answers told. */
    private Long lower(long coins) {
        return newestReading == null ? coins : Math.min(newestReading, coins);
    }

    private void lost(PageNews.AnswerLost lost) {
        tally.note(new Evidence.NoAnswer(lost.key(), lost.why(), lost.at()));
        tally.expire(lost.key());
        if (course.provingPrice()) {
            end(Ending.because(Reason.Code.NOT_PROVED, "The first gift was never answered: " + lost.why()));
        }
    }

    private void read(BalanceReading reading) {
        if (newestReading == null) {
            newestReading = reading.coins().amount();
        }
    }

    private void burstEnded(PageNews.BurstEnded ended) {
        tally.burstEnded();
        var halt = ended.halted();
        if (halt == null) {
            return;
        }
        switch (halt.kind()) {
            case STOPPED, DEADLINE -> {}
            case MOVED -> selectAnew = true;
            case PRICE -> end(Ending.of(Trouble.PRICE_MOVED, halt.seen()));
            case QUANTITY -> end(Ending.of(Trouble.PAGE_CHANGED, halt.seen()));
            case CHALLENGED -> end(Ending.of(Trouble.CHALLENGED, halt.seen()));
            case NOT_READY, COVERED, DIALOG -> covered(halt, ended.at());
        }
    }

    /** Something lies over Send, or it is not enabled: it may go away by itself for a while. */
    private void covered(PageNews.Halt halt, Instant at) {
        coveredSince = coveredSince == null ? at : coveredSince;
        if (at.isAfter(coveredSince.plus(COVERED_FOR))) {
            end(Ending.of(Trouble.PAGE_CHANGED, halt.seen()));
        }
        course.waitUntil(at.plus(AGAIN));
    }

    /** The first reason is the reason; whatever it is, nothing passes any more unless all is done. */
    private void end(Ending why) {
        if (ending == null) {
            ending = why;
            permits.close();
        }
        if (shut == null && why.shutsAccount()) {
            shut = why.reason();
        }
    }

    /** Why the account must be shut, or null; it may still become known while settling. */
    @Nullable
    Reason shut() {
        return shut;
    }
}
