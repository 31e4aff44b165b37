package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Instant;

/**
 * What a send leaves that presses no more: all that its verdict is made of, now and when more becomes known.
 *
 * @param floors of its streaks, as they were when it began
 */
record Aftermath(Terms terms, Tally tally, Pen pen, Intake intake, GroupFloors floors, Ending ending) {

    Verdict verdict() {
        return Verdict.of(terms, tally.evidence(), floors);
    }

    /** Keeps what the next send must not take for its own. */
    void remember(GroupMemory groups, AccountId account, Verdict verdict, Instant now) {
        groups.remember(pen.send(), account, terms, floors, tally.evidence(), verdict, now);
    }
}
