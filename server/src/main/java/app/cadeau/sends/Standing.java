package app.cadeau.sends;

import app.cadeau.catalogue.Gift;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one send stands: its row, its state and what is known of it, moved by compare-and-set. Readable from any thread. */
final class Standing {

    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    private final SendRows rows;
    private final Books books;
    private volatile SendRow row;
    private volatile SendState state = SendState.PREPARING;
    private volatile SendRow.Outcome known = SendRow.Outcome.NONE;
    private volatile int armed;

    Standing(SendRow row, SendRows rows, Books books) {
        this.row = row;
        this.rows = rows;
        this.books = books;
    }

    SendRow row() {
        return row;
    }

    Receipt receipt() {
        return row.receipt(state, known);
    }

    /** Fixes which gift is given, at which price, and reserves its coins; a budget may refuse. */
    Optional<Reason> agree(Gift gift) {
        rows.agree(row.id(), gift.id().value(), gift.name(), gift.price().amount());
        row = rows.find(row.id()).orElseThrow();
        return books.hold(row);
    }

    void move(SendState to) {
        if (!rows.move(row.id(), state, to)) {
            throw new IllegalStateException("send " + row.id() + " is no longer " + state);
        }
        state = to;
        books.telling().moved(receipt(), armed);
    }

    void publish(Verdict verdict, Tally tally) {
        known = SendRow.Outcome.of(verdict, tally, null, null);
        armed = verdict.unknown() + tally.unseen();
        books.telling().tell(receipt(), armed);
    }

    /** An end that is written, and not told before it is committed. */
    record End(SendState state, SendRow.Outcome outcome) {}

    /** Writes the end of a send on which nothing was armed, inside of the caller's transaction; then {@link #ended}. */
    End refuse(Ending ending, Instant now) {
        var end = ending.stopped() ? SendState.STOPPED : SendState.REFUSED;
        var outcome = known.refused(Objects.requireNonNull(ending.reason()), now);
        if (!books.end(row, state, end, outcome)) {
            throw new IllegalStateException("send " + row.id() + " is no longer " + state);
        }
        return new End(end, outcome);
    }

    /** From now on who asks is told the end. */
    void ended(End end) {
        known = end.outcome();
        state = end.state();
        var why = known.reason();
        log.info("send {} to {}: {}, {}", row.id(), row.streamer(), state, why == null ? "" : why.sentence());
    }

    /** Ends a send with its verdict; the journal's last lines are in the same transaction. */
    void finish(Ending ending, Verdict verdict, Terms terms, Tally tally, Pen pen, Instant now) {
        var end = SendState.endOf(row.quantity(), verdict.confirmed(), verdict.unknown(), ending.stopped());
        var outcome = SendRow.Outcome.of(verdict, tally, ending.told(verdict, terms), now);
        if (!pen.finish(tally, now, () -> books.end(row, SendState.SETTLING, end, outcome))) {
            throw new IllegalStateException("send " + row.id() + " was moved by somebody else while it settled");
        }
        known = outcome;
        state = end;
        log.info(
                "send {} to {}: {}, {} of {} confirmed, {} unknown",
                row.id(),
                row.streamer(),
                end,
                verdict.confirmed(),
                row.quantity(),
                verdict.unknown());
        log.debug("send {}: {}", row.id(), verdict);
    }
}
