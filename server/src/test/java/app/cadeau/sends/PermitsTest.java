package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.livepage.GiftAsk;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private final Permits permits = new Permits(new Terms(10, 5655, 1, "7001", "9001", "42", true, true));

    @Test
    void letsNothingPassBeforeAPermitOpens() {
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNotNull();
        assertThat(permits.consumed()).isZero();
    }

    @Test
    void consumesAPermitOnce() {
        permits.open(1, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNull();
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNotNull();
        assertThat(permits.consumed()).isEqualTo(1);
        assertThat(permits.breach()).extracting(Permits.Breach::wrong).isEqualTo(Permits.Wrong.COUNT);
    }

    @Test
    void failsAWholeRequestThatAsksForMoreThanIsOpen() {
        permits.open(3, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 10))).isNotNull();
        assertThat(permits.consumed()).isZero();
    }

    @Test
    void letsMergedPressesPassTogether() {
        permits.open(3, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 3))).isNull();
        assertThat(permits.consumed()).isEqualTo(3);
    }

    @Test
    void namesWhatIsWrong() {
        permits.open(1, 0);
        assertWrong(ask("7002", 5655, "9001", 1), Permits.Wrong.ROOM);
        assertWrong(ask("7001", 5656, "9001", 1), Permits.Wrong.GIFT);
        assertWrong(ask("7001", 5655, "a guest", 1), Permits.Wrong.RECIPIENT);
        assertWrong(ask("7001", 5655, null, 1), Permits.Wrong.RECIPIENT);
        assertWrong(ask("7001", 5655, "9001", 0), Permits.Wrong.COUNT);
        assertWrong(new GiftAsk("k", null, "a redirect"), Permits.Wrong.ODD);
        assertWrong(new GiftAsk("k", null, null), Permits.Wrong.ODD);
    }

    @Test
    void closesForGoodAndBlamesNobodyAfterwards() {
        permits.open(1, 0);
        permits.close();
        assertThat(permits.refusal(ask("7001", 5656, "9001", 1))).contains("closed");
        assertThat(permits.breach()).isNull();
    }

    @Test
    void opensNoMorePermitsThanAreAskedFor() {
        permits.open(8, 0);
        assertThatThrownBy(() -> permits.open(3, 8)).hasMessageContaining("11 permits needed of 10");
    }

    @Test
    void aRequestOfWhichTheSenderHasNotHeardYetIsNotCountedTwice() {
        permits.open(8, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNull();
        permits.open(2, 8); // the sender still takes that one for a press without a request
        assertThat(permits.refusal(ask("7001", 5655, "9001", 9))).isNull();
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNotNull();
        assertThat(permits.consumed()).isEqualTo(10);
    }

    @Test
    void aPressGivenUpWhoseRequestPassedAfterAllNeverOpensMoreThanIsAskedFor() {
        permits.open(8, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 8))).isNull();
        permits.open(4, 6); // two presses were given up before their requests passed
        assertThat(permits.refusal(ask("7001", 5655, "9001", 2))).isNull();
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNotNull();
        assertThat(permits.consumed()).isEqualTo(10);
    }

    @Test
    void aPressWithoutARequestUsesItsPermitAgain() {
        permits.open(1, 0);
        permits.open(1, 0);
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).isNull();
        assertThat(permits.refusal(ask("7001", 5655, "9001", 1))).contains("no permit");
        assertThat(permits.breach()).isNull();
    }

    @Test
    void neverLetsMorePassThanWereOpenedInAnyOrderOfAsking() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var gate = new Permits(new Terms(10, 5655, 1, "7001", "9001", "42", true, true));
            var passed = 0;
            var most = 0;
            for (var step = 0; step < 40; step++) {
                var presses = random.nextInt(3);
                if (gate.consumed() + presses <= 10) {
                    gate.open(presses, 0);
                    most = Math.max(most, passed + presses);
                }
                var count = random.nextInt(4);
                passed += gate.refusal(ask("7001", 5655, "9001", count)) == null ? count : 0;
                assertThat(passed).as("seed " + seed).isLessThanOrEqualTo(most).isEqualTo(gate.consumed());
            }
        }
    }

    private void assertWrong(GiftAsk ask, Permits.Wrong wrong) {
        var fresh = new Permits(new Terms(10, 5655, 1, "7001", "9001", "42", true, true));
        fresh.open(1, 0);
        assertThat(fresh.refusal(ask)).isNotNull();
        assertThat(fresh.breach()).extracting(Permits.Breach::wrong).isEqualTo(wrong);
        assertThat(fresh.consumed()).isZero();
    }

    private static GiftAsk ask(String room, long gift, @Nullable String recipient, int count) {
        return new GiftAsk("k", new GiftAsk.Order(room, gift, recipient, count), null);
    }
}
