package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.money.Coins;
import org.junit.jupiter.api.Test;

class PurseTest {

    private final Purse purse = new Purse();

    @Test
    void holdsTheLowestOfTheAnswersHoweverTheyCome() {
        purse.told(Coins.of(100));
        purse.asked();
        purse.asked();
        purse.answered(Coins.of(98));
        assertThat(purse.left()).as("an answer is owed").isNull();
        purse.answered(Coins.of(99));
        purse.told(Coins.of(100));
        assertThat(purse.left()).isEqualTo(Coins.of(98));
    }

    @Test
    void isUnknownAfterALostAnswerUntilTheWalletIsCounted() {
        purse.told(Coins.of(100));
        purse.asked();
        purse.answered(null);
        assertThat(purse.left()).isNull();
        purse.counted(Coins.of(99));
        assertThat(purse.left()).isEqualTo(Coins.of(99));
    }
}
