package app.cadeau.sends;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a crash left behind, in the simplest safe form: whatever was armed and is not proved is unknown, and goes to
 * REVIEW; what was only waiting waits again. Nothing is pressed. Runs before the queue opens.
 */
final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private static final Reason CUT_OFF =
            new Reason(Reason.Code.DAEMON_ENDED, "Cadeau was ended in the middle of this send.");

    private final Workshop shop;

    Recovery(Workshop shop) {
        this.shop = shop;
    }

    int recover() {
        var left = shop.rows().inStates(EnumSet.of(SendState.PREPARING, SendState.SENDING, SendState.SETTLING));
        left.forEach(this::recover);
        return left.size();
    }

    void recover(SendId id) {
        shop.rows().find(id).filter(row -> !row.state().ended()).ifPresent(this::recover);
    }

    private void recover(SendRow row) {
        var restored = shop.restored();
        if (restored != null) {
            // The journal of the time since is not here: any gift of it may have landed, armed or not.
            settle(row, row.quantity(), restored);
        } else if (row.state() == SendState.PREPARING && row.armed() == 0) {
            shop.rows().move(row.id(), SendState.PREPARING, SendState.QUEUED);
        } else {
            var verdict = settle(row, row.armed(), CUT_OFF);
            shop.accounts().find(row.account()).ifPresent(account -> shop.shutWhereDue(account, null, verdict));
        }
    }

    /** Ends a send of which so many permits may have been consumed; {@code why} stands in its receipt unless all is proved. */
    private Verdict settle(SendRow row, int armed, Reason why) {
        if (row.state() != SendState.SETTLING) {
            shop.rows().move(row.id(), row.state(), SendState.SETTLING);
        }
        var journal = shop.journal().read(row.id());
        var verdict = verdict(row, journal, armed);
        var end = SendState.endOf(row.quantity(), verdict.confirmed(), verdict.unknown(), false);
        var outcome = outcome(verdict, journal, end == SendState.CONFIRMED ? null : why);
        shop.books().end(row, SendState.SETTLING, end, outcome);
        log.warn(
                "send {} was cut off ({}): {} confirmed, {} unknown, now {}",
                row.id(),
                why.code(),
                verdict.confirmed(),
                verdict.unknown(),
                end);
        return verdict;
    }

    /** What is proved stays proved; every other armed permit may have been consumed. */
    private static Verdict verdict(SendRow row, List<Evidence> journal, int armed) {
        var seen = Verdict.of(terms(row, journal), journal, GroupFloors.NONE);
        var voided = new AnswerProof(terms(row, journal), journal).voided();
        var unknown = Math.max(0, armed - voided - seen.confirmed());
        return seen.withUnknown(unknown);
    }

    /** Of an unfinished send only answers with their coins are relied upon: no echo says whose streak it was. */
    private static Terms terms(SendRow row, List<Evidence> journal) {
        var alone = journal.stream().anyMatch(line -> line instanceof Evidence.Opening opening && opening.usedAlone());
        return new Terms(
                row.quantity(),
                Objects.requireNonNullElse(row.giftId(), 0L),
                Objects.requireNonNullElse(row.price(), 1L),
                "",
                null,
                null,
                alone,
                false);
    }

    private SendRow.Outcome outcome(Verdict verdict, List<Evidence> journal, @Nullable Reason reason) {
        var presses = journal.stream()
                .mapToInt(line -> line instanceof Evidence.Presses made ? made.count() : 0)
                .sum();
        return SendRow.Outcome.recovered(
                verdict,
                Math.max(presses, verdict.confirmed()),
                reason,
                shop.clock().instant());
    }
}
