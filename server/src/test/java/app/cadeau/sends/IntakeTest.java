package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.GiftAsk;
import app.cadeau.livepage.PageNews;
import app.cadeau.money.Coins;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page that was kept warm still hears what became of an earlier send's requests. */
class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Terms TERMS = new Terms(10, 5655, 1, "7001", "9001", "42", true, true);

    private final Tally tally = new Tally(NOW);
    private final PriceProof price = new PriceProof(TERMS, GroupFloors.NONE, 100L);
    private final Intake intake =
            new Intake(new Permits(TERMS), new Course(TERMS, SendsConfig.DEFAULT, 12, 500, null), tally, price, 100L);

    @Test
    void aRefusalOfAnEarlierSendDoesNotEndThisOne() {
        intake.take(answered("earlier", 40001, null));
        assertThat(intake.ending()).isNull();
        assertThat(tally.evidence()).isEmpty();
    }

    @Test
    void aLostAnswerOfAnEarlierSendIsNoneOfThisOne() {
        intake.take(new PageNews.AnswerLost("earlier", "closed", NOW));
        assertThat(intake.ending()).isNull();
        assertThat(tally.evidence()).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierSendProvesNoPrice() {
        intake.take(answered("earlier", 0, 100L));
        assertThat(price.finding(NOW)).isInstanceOf(PriceProof.Finding.Waiting.class);
    }

    @Test
    void aRiskShutsTheAccountWhicheverSendItAnswers() {
        var risk = 4006063;
        intake.take(answered("earlier", risk, null));
        assertThat(intake.ending()).isNotNull();
        assertThat(intake.shut()).isNotNull();
    }

    @Test
    void aRefusalOfItsOwnEndsIt() {
        intake.take(
                new PageNews.Asked(new GiftAsk("own", new GiftAsk.Order("7001", 5655, "9001", 1), null), null, NOW));
        intake.take(answered("own", 40001, null));
        assertThat(intake.ending()).isNotNull();
        assertThat(intake.shut()).isNull();
    }

    private static PageNews answered(String key, int status, @Nullable Long left) {
        var coins = left == null ? null : Coins.of(left);
        return new PageNews.Answered(key, 200, status, null, coins, null, null, null, false, true, NOW);
    }
}
