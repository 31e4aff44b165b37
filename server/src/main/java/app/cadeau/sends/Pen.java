package app.cadeau.sends;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes one send's journal: what was learned since, and what is armed next, in one synced transaction. */
final class Pen {

    private final SendId send;
    private final SendRows rows;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private int written;
    private int armed;

    Pen(SendId send, SendRows rows, Journal journal, TransactionTemplate transaction) {
        this.send = send;
        this.rows = rows;
        this.journal = journal;
        this.transaction = transaction;
    }

    SendId send() {
        return send;
    }

    /** Arms permits up to number {@code last}; when it returns they are on disk. */
    void arm(Tally tally, int last, long price, @Nullable Long coinsLeft, Instant now) {
        if (last <= armed) {
            return;
        }
        tally.notePresses(now);
        tally.note(new Evidence.Armed(armed + 1, last, price, coinsLeft, now));
        transaction.executeWithoutResult(status -> {
            rows.armed(send, last);
            append(tally.evidence());
        });
        written = tally.evidence().size();
        armed = last;
    }

    /** Writes what was learned and the move that it makes, in one transaction; neither when {@code move} lost its race. */
    boolean finish(Tally tally, Instant now, BooleanSupplier move) {
        tally.notePresses(now);
        var moved = Boolean.TRUE.equals(transaction.execute(status -> {
            var made = move.getAsBoolean();
            if (made) {
                append(tally.evidence());
            }
            return made;
        }));
        written = moved ? tally.evidence().size() : written;
        return moved;
    }

    private void append(List<Evidence> evidence) {
        journal.append(send, written, evidence.subList(written, evidence.size()));
    }
}
