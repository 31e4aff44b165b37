package app.cadeau.sends;

import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.PageNews;
import app.cadeau.livepage.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the news of one send: what is evidence goes to the tally, what ends the pressing closes the gate at once. Also at
 * work while settling, when no press begins any more. Belongs to the sender's thread.
 */
final class Intake {

    private static final Duration COVERED_FOR = Duration.ofSeconds(5);
    private static final int MOST_LOST_IN_A_ROW = 2;
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final Permits permits;
    private final Course course;
    private final Tally tally;
    private final PriceProof price;
    private @Nullable Ending ending;
    private @Nullable Reason shut;
    private @Nullable Long newestReading;
    private @Nullable Instant coveredSince;
    private boolean moved;
    private boolean pageGone;
    private int lostInARow;

    Intake(Permits permits, Course course, Tally tally, PriceProof price, @Nullable Long coinsBefore) {
        this.permits = permits;
        this.course = course;
        this.tally = tally;
        this.price = price;
        this.newestReading = coinsBefore;
    }

    void take(PageNews news) {
        switch (news) {
            case PageNews.Pressed pressed -> pressed(pressed);
            case PageNews.BurstEnded ended -> burstEnded(ended);
            case PageNews.Asked asked -> asked(asked);
            case PageNews.Answered answered -> answered(Lines.answer(answered));
            case PageNews.AnswerLost lost -> lost(lost);
            case PageNews.Echo echo -> {
                tally.echoed(new Evidence.Echoed(echo.gift(), echo.at()));
                price.echoed(echo.gift(), echo.at());
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
        if (!tally.passed(answer.key())) {
            endForRisk(Reason.ofRisk(answer));
            return;
        }
        var count = tally.countOf(answer.key());
        tally.answered(answer);
        lostInARow = 0;
        if (answer.calmDown()) {
            end(new Ending(Reason.CALM_DOWN, true));
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

    /** An answer to an earlier send says nothing of this one, but a risk is the account's. */
    private void endForRisk(@Nullable Reason risk) {
        if (risk != null) {
            end(new Ending(risk, true));
        }
    }

    /** Answers come out of order, so the newest reading is the lowest that answers told. */
    private Long lower(long coins) {
        return newestReading == null ? coins : Math.min(newestReading, coins);
    }

    private void lost(PageNews.AnswerLost lost) {
        if (!tally.passed(lost.key())) {
            return;
        }
        tally.note(new Evidence.NoAnswer(lost.key(), lost.why(), lost.at()));
        tally.expire(lost.key());
        lostInARow++;
        if (course.provingPrice()) {
            end(Ending.because(Reason.Code.NOT_PROVED, "The first gift was never answered: " + lost.why()));
        } else if (lostInARow >= MOST_LOST_IN_A_ROW) {
            end(Ending.because(
                    Reason.Code.NOT_PROVED, lostInARow + " gifts in a row were never answered: " + lost.why()));
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
            case MOVED -> moved = true;
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
    void end(Ending why) {
        if (ending == null) {
            ending = why;
            permits.close();
        }
        if (shut == null && why.shutsAccount()) {
            shut = why.reason();
        }
    }

    /** Why no press begins any more, or null. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** Why the account must be shut, or null; it may still become known while settling. */
    @Nullable
    Reason shut() {
        return shut;
    }

    /** Coins left by the newest reading: the lowest that answers told. */
    @Nullable
    Long newestReading() {
        return newestReading;
    }

    /** Whether the gift must be selected anew; asking clears it. */
    boolean takeMoved() {
        var was = moved;
        moved = false;
        return was;
    }

    /** Nothing more will come from the page. */
    boolean pageGone() {
        return pageGone;
    }
}
