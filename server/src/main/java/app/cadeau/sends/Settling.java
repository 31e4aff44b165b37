package app.cadeau.sends;

import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.PageNews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The end of a send: nothing passes any more; what has passed is waited for, the wallet is read, and the verdict given.
 * Ends within {@link SendsConfig#settleWithin} whatever happens.
 */
final class Settling {

    private static final Duration GLANCE = Duration.ofMillis(50);
    /** How long a second witness is waited for when the first has proved all. */
    private static final Duration SECOND_WITNESS = Duration.ofMillis(2_500);
    /** Time kept for reading the wallet. */
    private static final Duration FOR_THE_WALLET = Duration.ofSeconds(4);

    private final Aftermath after;
    private final Terms terms;
    private final Tally tally;
    private final Intake intake;
    private final LivePage page;
    private final Function<Instant, @Nullable BalanceReading> anew;
    private final InstantSource clock;
    private final SendsConfig limits;
    private final TellingPace telling;
    private final Consumer<Verdict> publish;
    private @Nullable Verdict told;
    private @Nullable BalanceReading reading;

    /** @param anew reads the wallet until a deadline by opening the LIVE once more, for when the page is gone */
    Settling(
            Aftermath after,
            LivePage page,
            Function<Instant, @Nullable BalanceReading> anew,
            InstantSource clock,
            SendsConfig limits,
            TellingPace telling,
            Consumer<Verdict> publish) {
        this.after = after;
        this.terms = after.terms();
        this.tally = after.tally();
        this.intake = after.intake();
        this.page = page;
        this.anew = anew;
        this.clock = clock;
        this.limits = limits;
        this.telling = telling;
        this.publish = publish;
    }

    Verdict run() throws InterruptedException {
        var start = clock.instant();
        var end = start.plus(limits.settleWithin());
        gather(start, end.minus(FOR_THE_WALLET));
        if (tally.consumed() > 0) {
            readWallet(end);
            lookForRepeats(end);
        }
        return verdict();
    }

    /** Where coins do not tie and the browser may have repeated a request, a late echo may still tell of it. */
    private void lookForRepeats(Instant end) throws InterruptedException {
        var quiet = tally.lastMove().plus(limits.echoWithin());
        var until = quiet.isBefore(end) ? quiet : end;
        if (!Boolean.TRUE.equals(verdict().balance()) && after.repeatPossible()) {
            while (clock.instant().isBefore(until) && !intake.pageGone()) {
                takeAll(page.next(GLANCE));
            }
        }
    }

    private void gather(Instant start, Instant until) throws InterruptedException {
        var verdict = tell(verdict());
        while (!(settled(verdict, start, clock.instant()) && verdict.equals(told))
                && clock.instant().isBefore(until)
                && !intake.pageGone()) {
            takeAll(page.next(verdict.equals(told) ? GLANCE : untilFree()));
            verdict = tell(verdict());
        }
    }

    private Verdict tell(Verdict verdict) {
        var now = clock.instant();
        if (!verdict.equals(told) && !now.isBefore(telling.free())) {
            publish.accept(verdict);
            telling.told(now);
            told = verdict;
        }
        return verdict;
    }

    private Duration untilFree() {
        var free = Duration.between(clock.instant(), telling.free());
        return free.isNegative() ? Duration.ZERO : free.compareTo(GLANCE) < 0 ? free : GLANCE;
    }

    private void takeAll(@Nullable PageNews first) throws InterruptedException {
        for (var news = first; news != null; news = page.next(Duration.ZERO)) {
            intake.take(news);
        }
    }

    private boolean settled(Verdict verdict, Instant start, Instant now) {
        if (verdict.unknown() > 0) {
            var quiet = now.isAfter(tally.lastMove().plus(limits.echoWithin())) && tally.exposure() == 0;
            return quiet && now.isAfter(start.plus(limits.echoWithin()));
        }
        var bothWitnesses = verdict.echo() >= verdict.confirmed() && verdict.response() >= verdict.confirmed();
        return bothWitnesses
                || terms.ownUserId() == null && verdict.response() >= verdict.confirmed()
                || now.isAfter(later(start, tally.lastMove()).plus(SECOND_WITNESS));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Read from a fresh page; once more when it does not tie, since a first reading may be an old one. */
    private void readWallet(Instant end) throws InterruptedException {
        for (var tries = 0; tries < 2 && clock.instant().isBefore(end); tries++) {
            var newest = intake.pageGone() ? anew.apply(end) : page.readWallet(end);
            if (newest == null) {
                return;
            }
            note(newest);
            gather(clock.instant(), clock.instant());
            if (Boolean.TRUE.equals(verdict().balance())) {
                return;
            }
        }
    }

    private void note(BalanceReading newest) {
        reading = newest;
        tally.note(Evidence.Reading.of(newest));
    }

    /** The last reading of the wallet, made when nothing was on its way any more; null when there was none. */
    @Nullable
    BalanceReading reading() {
        return reading;
    }

    private Verdict verdict() {
        return after.verdict();
    }
}
