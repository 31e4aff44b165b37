package app.cadeau.sends;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a send did, as an interval: at least {@code confirmed}, at most {@code confirmed + unknown}, of the permits
 * consumed. A pure function over all evidence of the send (house rules 4 to 6).
 *
 * @param excess gifts proved beyond the permits consumed
 * @param response gifts covered by answers, at most confirmed
 * @param echo gifts covered by echoes, at most confirmed
 * @param balance whether the wallet fell by just the confirmed gifts; null when it was not read after the last request
 */
record Verdict(
        int confirmed,
        int unknown,
        int excess,
        int response,
        int echo,
        @Nullable Long balanceBefore,
        @Nullable Long balanceAfter,
        @Nullable Boolean balance) {

    /** @param floors what the stream may still show of earlier sends */
    static Verdict of(Terms terms, List<Evidence> evidence, GroupFloors floors) {
        return new Proof(terms, floors).of(evidence);
    }

    static Verdict of(Terms terms, AnswerProof answers, EchoProof echoes) {
        var most = answers.consumed() - answers.voided();
        var proved = Math.max(answers.proved(), echoes.proved());
        var confirmed = Math.min(most, proved);
        var agrees = agrees(terms, answers, confirmed);
        return new Verdict(
                confirmed,
                most - confirmed,
                Math.max(answers.beyond(most, echoes.seen()), Math.max(0, beyond(terms, echoes, agrees) - most)),
                Math.min(confirmed, answers.covered(echoes.proved())),
                Math.min(confirmed, echoes.proved()),
                answers.before().isPresent() ? answers.before().getAsLong() : null,
                boxed(answers.after()),
                agrees);
    }

    /** A gift that may be an earlier send's or repeated below the gate is told as too many, unless the coins tie. */
    private static int beyond(Terms terms, EchoProof echoes, @Nullable Boolean agrees) {
        return terms.usedAlone() && Boolean.TRUE.equals(agrees) ? echoes.proved() : echoes.seen();
    }

    private static @Nullable Boolean agrees(Terms terms, AnswerProof answers, int confirmed) {
        if (answers.before().isEmpty() || answers.after().isEmpty()) {
            return null;
        }
        return answers.before().getAsLong() - answers.after().getAsLong()
                == Math.multiplyExact(terms.price(), confirmed);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** The same proof with another bound above it. */
    Verdict withUnknown(int gifts) {
        return new Verdict(confirmed, gifts, excess, response, echo, balanceBefore, balanceAfter, balance);
    }
}
