package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.live.LiveEvent.GiftSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of cases of the verdict: what each mixture of witnesses proves, and what it leaves open. */
class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Terms ALONE = new Terms(10, 5655, 1, "7001", "9001", "42", true, true);
    private static final Terms SHARED = new Terms(10, 5655, 1, "7001", "9001", "42", false, true);
    private static final Terms IN_DOUBT = new Terms(10, 5655, 1, "7001", "9001", "42", true, false);

    private final List<Evidence> evidence = new ArrayList<>(List.of(new Evidence.Opening(100L, true, true, NOW)));

    @Test
    void provesNothingWhereNothingPassed() {
        assertThat(verdict(ALONE)).isEqualTo(new Verdict(0, 0, 0, 0, 0, 100L, null, null));
    }

    @Test
    void anAnswerProvesWithTheCoinsThatFell() {
        passed("a", 1);
        sent("a", 99L);
        assertCounts(verdict(ALONE), 1, 0, 0);
    }

    @Test
    void anAnswerWithoutAFallInCoinsProvesNothing() {
        passed("a", 1);
        sent("a", 100L);
        assertCounts(verdict(ALONE), 0, 1, 0);
    }

    @Test
    void aGapInCoinsProvesALostAnswerOnAnAccountUsedAlone() {
        passed("a", 1);
        passed("b", 1);
        lost("a");
        sent("b", 98L);
        assertCounts(verdict(ALONE), 2, 0, 0);
        assertCounts(verdict(SHARED), 0, 2, 0);
    }

    @Test
    void aGapThatTheBrowsersOwnRepeatMayHaveMadeProvesNothing() {
        passed("a", 1);
        passed("b", 1);
        passed("c", 1);
        sent("a", 99L);
        answer("b", 200, 0, 97L, false);
        lost("c");
        assertCounts(verdict(ALONE), 2, 1, 0);
    }

    @Test
    void coinsProveNothingWhereTheFirstReadingWasAnOldOne() {
        passed("a", 1);
        sent("a", 40L);
        assertCounts(verdict(ALONE), 0, 1, 0);
        echo("m1", 1, 1, "g");
        assertCounts(verdict(ALONE), 1, 0, 0);
    }

    @Test
    void aGapProvesNothingWhileOlderSendsAreInDoubt() {
        passed("a", 1);
        passed("b", 1);
        lost("a");
        sent("b", 98L);
        assertCounts(verdict(IN_DOUBT), 1, 1, 0);
    }

    @Test
    void eachFallIsUsedOnceWhateverTheOrderOfAnswers() {
        passed("a", 1);
        passed("b", 1);
        passed("c", 1);
        sent("c", 97L);
        sent("a", 99L);
        sent("b", 98L);
        assertCounts(verdict(ALONE), 3, 0, 0);
    }

    @Test
    void onASharedAccountAnAnswerProvesOnlyWithItsEcho() {
        passed("a", 1);
        sent("a", 99L);
        assertCounts(verdict(SHARED), 0, 1, 0);
        echo("m1", 1, 1, "g");
        assertCounts(verdict(SHARED), 1, 0, 0);
    }

    @Test
    void onASharedAccountAnEchoOfAnotherStreakIsNotOurs() {
        passed("a", 1);
        sent("a", 99L);
        echo("m1", 5, 5, "the phone's own streak");
        assertCounts(verdict(SHARED), 0, 1, 0);
    }

    @Test
    void anEchoProvesALostAnswerInAKnownStreak() {
        passed("a", 1);
        passed("b", 1);
        sent("a", 99L);
        lost("b");
        echo("m1", 1, 1, "g");
        echo("m2", 2, 1, "g");
        assertCounts(verdict(SHARED), 2, 0, 0);
    }

    @Test
    void echoesCountFromTheLowestStartToTheHighestCountWhateverTheOrder() {
        passed("a", 6);
        sent("a", null);
        echo("m3", 16, 3, "g");
        echo("m1", 11, 1, "g");
        echo("m1", 11, 1, "g");
        assertCounts(verdict(SHARED), 6, 0, 0);
    }

    @Test
    void theEndFrameAddsNothingToWhatTheLastFrameTold() {
        passed("a", 2);
        sent("a", null);
        echo("m1", 6, 1, "g");
        endFrame(6);
        assertCounts(verdict(SHARED), 1, 1, 0);
    }

    @Test
    void theEndFrameAloneProvesNothing() {
        passed("a", 1);
        sent("a", null);
        endFrame(7);
        assertCounts(verdict(SHARED), 0, 1, 0);
    }

    @Test
    void theEndFrameTellsOfALastFrameThatWasLost() {
        passed("a", 2);
        sent("a", null);
        echo("m1", 6, 1, "g");
        endFrame(7);
        assertCounts(verdict(SHARED), 2, 0, 0);
    }

    @Test
    void coinsThatLeaveASharedAccountAreNoExcessWhereEchoesTellWhatLanded() {
        passed("a", 1);
        answer("a", 200, 0, 50L, false);
        echo("m1", 1, 1, "g");
        assertCounts(verdict(SHARED), 1, 0, 0);
    }

    @Test
    void aRepeatWithoutEchoesIsExcessByItsCoinsOnASharedAccountToo() {
        passed("a", 1);
        answer("a", 200, 0, 98L, false);
        assertCounts(verdict(SHARED), 0, 1, 1);
    }

    @Test
    void giftsOfOthersAndToOthersAreNoWitness() {
        passed("a", 1);
        sent("a", 100L);
        evidence.add(seen("m1", "7001", "43", null, 5655));
        evidence.add(seen("m2", "7002", "42", null, 5655));
        evidence.add(seen("m3", "7001", "42", "a guest", 5655));
        evidence.add(seen("m4", "7001", "42", null, 5656));
        assertCounts(verdict(ALONE), 0, 1, 0);
        evidence.add(seen("m5", "7001", "42", "9001", 5655));
        assertCounts(verdict(ALONE), 1, 0, 0);
    }

    @Test
    void aDocumentedRefusalIsVoidOnlyOnTheConnectionFirstUsed() {
        passed("a", 1);
        answer("a", 200, 40001, null, true);
        assertCounts(verdict(ALONE), 0, 0, 0);
        passed("b", 1);
        answer("b", 200, 40001, null, false);
        assertCounts(verdict(ALONE), 0, 1, 0);
    }

    @Test
    void aServerErrorOrAnUnknownCodeIsNeverVoid() {
        passed("a", 1);
        answer("a", 500, null, null, true);
        passed("b", 1);
        answer("b", 200, 777, null, true);
        assertCounts(verdict(ALONE), 0, 2, 0);
    }

    @Test
    void whatTheBrowserRepeatedIsExcess() {
        passed("a", 1);
        answer("a", 200, 0, 98L, false);
        assertCounts(verdict(ALONE), 1, 0, 1);
    }

    @Test
    void echoesBeyondTheCountAreExcess() {
        passed("a", 1);
        answer("a", 200, 0, null, false);
        echo("m1", 1, 1, "g");
        echo("m2", 2, 1, "g");
        assertCounts(verdict(SHARED), 1, 0, 1);
    }

    @Test
    void coinsThatOthersSpendOnASharedAccountAreNotOurs() {
        passed("a", 1);
        sent("a", 50L);
        echo("m1", 1, 1, "g");
        assertCounts(verdict(SHARED), 1, 0, 0);
    }

    @Test
    void theBalanceAgreesWhenItFellByTheConfirmedGifts() {
        passed("a", 1);
        sent("a", 99L);
        evidence.add(new Evidence.Reading(99, "WALLET", NOW));
        assertThat(verdict(ALONE).balance()).isTrue();
        evidence.add(new Evidence.Reading(98, "WALLET", NOW));
        assertThat(verdict(SHARED).balance()).isFalse();
    }

    @Test
    void aBalanceProvesThatCoinsWentButNeverThatTheyDidNot() {
        passed("a", 1);
        sent("a", 99L);
        passed("b", 1);
        lost("b");
        evidence.add(new Evidence.Reading(99, "WALLET", NOW));
        assertCounts(verdict(ALONE), 1, 1, 0);
        evidence.add(new Evidence.Reading(98, "WALLET", NOW));
        assertCounts(verdict(ALONE), 2, 0, 0);
    }

    /** The first reading may be an old one, and then its fall is no gift of ours. */
    @Test
    void aBalanceProvesNothingWhileNoAnswerHasBorneOutTheFirstReading() {
        passed("a", 1);
        lost("a");
        evidence.add(new Evidence.Reading(97, "WALLET", NOW));
        assertCounts(verdict(ALONE), 0, 1, 0);
    }

    @Test
    void theOrderInWhichEvidenceCameChangesNothingOfTheCounts() {
        passed("a", 1);
        passed("b", 2);
        passed("c", 1);
        sent("a", 99L);
        sent("b", 97L);
        lost("c");
        echo("m1", 1, 1, "g");
        echo("m2", 3, 2, "g");
        var straight = verdict(ALONE);
        var head = evidence.subList(0, 4);
        var tail = new ArrayList<>(evidence.subList(4, evidence.size()));
        for (var seed = 0; seed < 50; seed++) {
            Collections.shuffle(tail, new Random(seed));
            var shuffled = new ArrayList<>(head);
            shuffled.addAll(tail);
            assertThat(Verdict.of(ALONE, shuffled, GroupFloors.NONE))
                    .as("seed " + seed)
                    .isEqualTo(straight);
        }
    }

    private Verdict verdict(Terms terms) {
        return Verdict.of(terms, evidence, GroupFloors.NONE);
    }

    private static void assertCounts(Verdict verdict, int confirmed, int unknown, int excess) {
        assertThat(List.of(verdict.confirmed(), verdict.unknown(), verdict.excess()))
                .as("confirmed, unknown, excess of %s", verdict)
                .containsExactly(confirmed, unknown, excess);
    }

    private void passed(String key, int count) {
        evidence.add(new Evidence.Passed(key, count, NOW));
    }

    private void sent(String key, @Nullable Long left) {
        answer(key, 200, 0, left, true);
    }

    private void lost(String key) {
        evidence.add(new Evidence.NoAnswer(key, "closed", NOW));
    }

    private void answer(String key, int http, @Nullable Integer status, @Nullable Long left, boolean sameConnection) {
        var group = status != null && status == 0 ? "g" : null;
        evidence.add(new Evidence.Answer(key, http, status, null, left, group, null, null, false, sameConnection, NOW));
    }

    private void echo(String msgId, int repeatCount, int increment, String group) {
        evidence.add(new Evidence.Echoed(
                new GiftSeen(msgId, "7001", "42", null, 5655, group, null, repeatCount, increment, increment, false),
                NOW));
    }

    private void endFrame(int repeatCount) {
        evidence.add(new Evidence.Echoed(
                new GiftSeen("end", "7001", "42", null, 5655, "g", null, repeatCount, 0, 0, true), NOW));
    }

    private static Evidence seen(String msgId, String room, String sender, @Nullable String recipient, long gift) {
        return new Evidence.Echoed(new GiftSeen(msgId, room, sender, recipient, gift, null, null, 1, 1, 1, false), NOW);
    }
}
