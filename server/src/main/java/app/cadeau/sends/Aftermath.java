package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Instant;

/**
 * What a send leaves that presses no more: all that its verdict is made of, now and when more becomes known.
 *
 * @param floors of its streaks, as they were when it began
 */
record Aftermath(Terms terms, Tally tally, Pen pen, Intake intake, GroupFloors floors, Proof proof, Ending ending) {

    Verdict verdict() {
        return proof.of(tally.evidence());
    }

    /** Whether the browser may have sent a request again below the gate, by what was judged so far. */
    boolean repeatPossible() {
        return proof.repeatPossible();
    }

    /** Keeps what the next send must not take for its own. */
    void remember(GroupMemory groups, AccountId account, Verdict verdict, Instant now) {
        groups.remember(pen.send(), account, terms, floors, tally.evidence(), verdict, now);
    }
}
