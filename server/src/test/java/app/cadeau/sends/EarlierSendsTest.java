package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.LiveEvent.GiftSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stream may still show of earlier sends is never proof of a later one. */
class EarlierSendsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Instant BEGAN = NOW.minusSeconds(5);
    private static final Terms ALONE = new Terms(10, 5655, 1, "7001", "9001", "42", true, true);
    private static final Terms SHARED = new Terms(10, 5655, 1, "7001", "9001", "42", false, true);
    private static final GroupFloors ONE_STRAY = new GroupFloors(Map.of(), 1, BEGAN);
    private static final AccountId ACCOUNT = new AccountId("main");

    private final List<Evidence> evidence = new ArrayList<>(List.of(new Evidence.Opening(100L, true, true, NOW)));
    private final GroupMemory memory = new GroupMemory();
    private final Random ids = new Random(1);

    @Test
    void whatTheyHoldOfAStreakProvesNothingAgain() {
        passed("a", 2);
        sent("a", "g", null);
        echo("late echo of the send before", 10, 10, "g");
        assertCounts(Verdict.of(SHARED, evidence, new GroupFloors(Map.of("g", 10), 0, BEGAN)), 0, 2, 0);
        echo("ours", 11, 1, "g");
        assertCounts(Verdict.of(SHARED, evidence, new GroupFloors(Map.of("g", 10), 0, BEGAN)), 1, 1, 0);
    }

    @Test
    void streaksOfSendsBeforeTheLastOneAreRememberedToo() {
        passed("a", 1);
        sent("a", "g", null);
        var reached = new GroupFloors(Map.of("of a page before", 7), 0, BEGAN)
                .reached(SHARED, evidence, new AnswerProof(SHARED, evidence));
        assertThat(reached).containsEntry("of a page before", 7).containsEntry("g", 1);
    }

    @Test
    void anEchoThatMayBeAStrayOfTheirsProvesNothing() {
        passed("a", 1);
        sent("a", "g", 100L);
        echo("whose?", 1, 1, "g");
        assertCounts(Verdict.of(ALONE, evidence, ONE_STRAY), 0, 1, 0);
        assertCounts(Verdict.of(SHARED, evidence, ONE_STRAY), 0, 1, 0);
        assertCounts(Verdict.of(ALONE, evidence, new GroupFloors(Map.of(), 0, BEGAN)), 1, 0, 0);
    }

    @Test
    void aStreakThatBeganWithThisSendIsItsOwn() {
        var ours = String.valueOf(BEGAN.plusMillis(400).toEpochMilli());
        passed("a", 1);
        sent("a", ours, 100L);
        echo("ours", 1, 1, ours);
        assertCounts(Verdict.of(SHARED, evidence, ONE_STRAY), 1, 0, 0);
    }

    @Test
    void aStreakThatBeganBeforeOrWhoseNameIsNoTimeIsNot() {
        for (var name :
                List.of(String.valueOf(BEGAN.minusMillis(1).toEpochMilli()), "7301234567890123456", "12", "x")) {
            assertThat(ONE_STRAY.beganSince(name, NOW)).as(name).isFalse();
        }
        assertThat(ONE_STRAY.beganSince(null, NOW)).isFalse();
    }

    @Test
    void moreThanWasAskedForIsToldEvenWhenOneOfThemMayBeAStray() {
        passed("a", 1);
        sent("a", "g", null);
        echo("one", 1, 1, "g");
        echo("another", 2, 1, "g");
        assertCounts(Verdict.of(ALONE, evidence, ONE_STRAY), 1, 0, 1);
    }

    @Test
    void whereTheCoinsTieAStrayIsNotTakenForOneTooMany() {
        passed("a", 1);
        sent("a", "g", 99L);
        echo("one", 1, 1, "g");
        echo("another", 2, 1, "g");
        evidence.add(new Evidence.Reading(99, "WALLET", NOW));
        assertCounts(Verdict.of(ALONE, evidence, ONE_STRAY), 1, 0, 0);
    }

    @Test
    void straysAreGiftsOfWhichNeitherAnswerNorEchoToldTheStreak() {
        passed("a", 3);
        assertThat(strays()).isEqualTo(3);
        sent("a", "g", null);
        assertThat(strays()).isZero();
        passed("b", 2);
        assertThat(strays()).isEqualTo(2);
        echo("of all", 5, 5, "g");
        assertThat(strays()).isZero();
    }

    @Test
    void straysAreExpectedForTwoMinutes() {
        passed("a", 2);
        remember(SendId.next(() -> NOW, ids), NOW);
        assertThat(straysAt(NOW.plusSeconds(119))).isEqualTo(2);
        assertThat(straysAt(NOW.plusSeconds(120))).isZero();
    }

    @Test
    void straysOfSeveralSendsAddUpAndThoseOfOneAreCountedOnce() {
        passed("a", 2);
        var first = SendId.next(() -> NOW, ids);
        remember(first, NOW);
        remember(first, NOW.plusSeconds(20));
        remember(SendId.next(() -> NOW, ids), NOW.plusSeconds(40));
        assertThat(straysAt(NOW.plusSeconds(60))).isEqualTo(4);
        assertThat(straysAt(NOW.plusSeconds(150))).isEqualTo(2);
    }

    @Test
    void whatWasNeverRememberedHoldsNothing() {
        assertThat(memory.floors(ACCOUNT, ALONE, NOW)).isEqualTo(new GroupFloors(Map.of(), 0, NOW));
    }

    @Test
    void anEchoThatMayBeTheirsTellsNoPrice() {
        var price = new PriceProof(ALONE, ONE_STRAY, 50L);
        price.begin(50L);
        price.answered(answer("a", "g", 40L), 1);
        price.echoed(gift("whose?", 1, 1, "g"), NOW);
        assertThat(price.finding(NOW)).isInstanceOf(PriceProof.Finding.Waiting.class);
        price.echoed(gift("ours", 1, 1, String.valueOf(BEGAN.toEpochMilli())), NOW);
        assertThat(price.finding(NOW)).isEqualTo(new PriceProof.Finding.Proved(41L));
    }

    private int straysAt(Instant then) {
        return memory.floors(ACCOUNT, ALONE, then).strays();
    }

    private void remember(SendId send, Instant at) {
        var verdict = Verdict.of(ALONE, evidence, GroupFloors.NONE);
        memory.remember(send, ACCOUNT, ALONE, GroupFloors.NONE, evidence, verdict, at);
    }

    private int strays() {
        return GroupFloors.straysOf(new AnswerProof(ALONE, evidence), Verdict.of(ALONE, evidence, GroupFloors.NONE));
    }

    private void passed(String key, int count) {
        evidence.add(new Evidence.Passed(key, count, NOW));
    }

    private void sent(String key, String group, @Nullable Long left) {
        evidence.add(answer(key, group, left));
    }

    private static Evidence.Answer answer(String key, String group, @Nullable Long left) {
        return new Evidence.Answer(key, 200, 0, null, left, group, null, null, false, true, NOW);
    }

    private void echo(String msgId, int repeatCount, int increment, String group) {
        evidence.add(new Evidence.Echoed(gift(msgId, repeatCount, increment, group), NOW));
    }

    private static GiftSeen gift(String msgId, int repeatCount, int increment, String group) {
        return new GiftSeen(msgId, "7001", "42", null, 5655, group, null, repeatCount, increment, increment, false);
    }

    private static void assertCounts(Verdict verdict, int confirmed, int unknown, int excess) {
        assertThat(List.of(verdict.confirmed(), verdict.unknown(), verdict.excess()))
                .as("confirmed, unknown, excess of %s", verdict)
                .containsExactly(confirmed, unknown, excess);
    }
}
