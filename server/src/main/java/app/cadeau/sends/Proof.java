package app.cadeau.sends;

import java.util.List;

/**
 * What the evidence of one send proves, taken in line by line: a send of ten thousand gifts is judged as often as a short
 * one, and each time it costs the same. Belongs to whoever holds the send's {@link Tally}.
 */
final class Proof {

    private final Terms terms;
    private final AnswerProof answers;
    private final EchoProof echoes;
    private int taken;

    /** @param floors what the stream may still show of earlier sends */
    Proof(Terms terms, GroupFloors floors) {
        this.terms = terms;
        this.answers = new AnswerProof(terms);
        this.echoes = new EchoProof(terms, floors, answers);
    }

    /** @param evidence all of it: it only grows, and what was taken in before is not read again */
    Verdict of(List<Evidence> evidence) {
        for (; taken < evidence.size(); taken++) {
            var line = evidence.get(taken);
            answers.take(line);
            echoes.take(line);
        }
        return Verdict.of(terms, answers, echoes.look());
    }

    /** Whether the browser may have sent a request again below the gate, by what was taken in. */
    boolean repeatPossible() {
        return answers.repeatPossible();
    }
}
