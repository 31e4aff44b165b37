package app.cadeau.sends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A send that was cut off: its row and what its journal holds, which may lack its last lines. */
record CutSend(SendRow row, List<Evidence> journal) {

    private static final Logger log = LoggerFactory.getLogger(CutSend.class);

    /** What was agreed, as the journal tells it; of a journal without an aim no echo is relied upon. */
    private Terms terms() {
        var opening = last(Evidence.Opening.class);
        var aim = last(Evidence.Aim.class);
        return new Terms(
                row.quantity(),
                Objects.requireNonNullElse(row.giftId(), 0L),
                Objects.requireNonNullElse(row.price(), 1L),
                aim == null ? "" : aim.roomId(),
                aim == null ? null : aim.hostId(),
                aim == null ? null : aim.ownUserId(),
                opening != null && opening.usedAlone(),
                opening != null && opening.gapsProve());
    }

    /** An answer that shuts the account, read before the send was cut off and perhaps never heeded; or null. */
    @Nullable
    Reason risk() {
        return journal.stream()
                .filter(Evidence.Answer.class::isInstance)
                .map(line -> Reason.ofRisk((Evidence.Answer) line))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private GroupFloors floors() {
        var aim = last(Evidence.Aim.class);
        return aim == null
                ? GroupFloors.NONE
                : new GroupFloors(aim.floors(), Objects.requireNonNullElse(aim.strays(), 0), aim.at());
    }

    private <T extends Evidence> @Nullable T last(Class<T> kind) {
        return journal.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether the wallet's fall since its first reading is this send's alone. */
    boolean provedByWallet() {
        var opening = last(Evidence.Opening.class);
        return opening != null
                && opening.usedAlone()
                && opening.gapsProve()
                && new AnswerProof(terms(), journal).borneOut();
    }

    /** Gifts that may have landed and are not proved, when so many permits were armed. */
    int unknown(int armed) {
        return verdict(cut(armed, row.queuedAt())).unknown();
    }

    /**
     * What of our streaks the account's next send must not take for its own.
     *
     * @param at when nothing of it passed any more
     */
    void remember(GroupMemory groups, Verdict verdict, Instant at) {
        groups.remember(row.id(), row.account(), terms(), floors(), journal, verdict, at);
    }

    /** What the journal proves, with these lines more. */
    Verdict verdict(List<Evidence> since) {
        return Verdict.of(
                terms(), Stream.concat(journal.stream(), since.stream()).toList(), floors());
    }

    /** Permits that were armed and of which no request is known: each may have been consumed. */
    private List<Evidence> cut(int armed, Instant at) {
        var unseen = armed - new AnswerProof(terms(), journal).consumed();
        return unseen <= 0 ? List.of() : List.of(new Evidence.CutOff(unseen, at));
    }

    /**
     * Ends the send: what is proved stays proved, every other armed permit may have been consumed.
     *
     * @param why stands in its receipt unless all is proved
     * @param readings of the wallet since it was cut off, which agree; they are kept with the end
     */
    Verdict settle(Workshop shop, int armed, Reason why, List<Evidence.Reading> readings) {
        var now = shop.clock().instant();
        var since = new ArrayList<>(cut(armed, now));
        since.addAll(readings);
        var verdict = verdict(since);
        var end = SendState.endOf(row.quantity(), verdict.confirmed(), verdict.unknown(), false);
        var reason = verdict.excess() > 0 ? Reason.excess(verdict.excess()) : end == SendState.CONFIRMED ? null : why;
        var outcome = SendRow.Outcome.recovered(verdict, presses(verdict.confirmed()), reason, now);
        shop.transaction().executeWithoutResult(status -> {
            shop.journal().append(row.id(), journal.size(), since);
            if (row.state() != SendState.SETTLING) {
                shop.rows().move(row.id(), row.state(), SendState.SETTLING);
            }
            if (!shop.books().end(row, SendState.SETTLING, end, outcome)) {
                throw new IllegalStateException("send " + row.id() + " was moved by somebody else while it settled");
            }
        });
        log.warn(
                "send {} was cut off ({}): {} confirmed, {} unknown, now {}",
                row.id(),
                why.code(),
                verdict.confirmed(),
                verdict.unknown(),
                end);
        return verdict;
    }

    /** What is known while it is found out what became of the rest: any other armed permit may have been consumed. */
    Receipt soFar() {
        var verdict = verdict(cut(row.armed(), row.queuedAt()));
        return row.receipt(row.state(), SendRow.Outcome.recovered(verdict, presses(verdict.confirmed()), null, null));
    }

    /**
     * Presses that the journal holds. When each was made it does not hold: the first and the pace are told by the requests
     * that passed, which come a few milliseconds after their presses.
     */
    record Presses(
            int count, @Nullable Instant first, @Nullable Integer paceMilli) {}

    private Presses presses(int atLeast) {
        var made = journal.stream()
                .mapToInt(line -> line instanceof Evidence.Presses some ? some.count() : 0)
                .sum();
        var passed = journal.stream()
                .filter(Evidence.Passed.class::isInstance)
                .map(Evidence.Passed.class::cast)
                .toList();
        return passed.isEmpty()
                ? new Presses(Math.max(made, atLeast), null, null)
                : new Presses(Math.max(made, atLeast), passed.getFirst().at(), pace(passed));
    }

    private static @Nullable Integer pace(List<Evidence.Passed> passed) {
        var millis =
                Duration.between(passed.getFirst().at(), passed.getLast().at()).toMillis();
        var gifts = passed.stream().mapToInt(Evidence.Passed::count).sum()
                - passed.getFirst().count();
        return millis <= 0 ? null : (int) (gifts * 1_000_000L / millis);
    }
}
