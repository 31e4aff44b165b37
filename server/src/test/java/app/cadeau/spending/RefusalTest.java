package app.cadeau.spending;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.spending.Budget.Period;
import app.cadeau.spending.Budget.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL      |       | DAY   | 100 | 99 | 2 | It would cost 2 coins; the budget of a day allows 100, of which 99 are spent or reserved. Wait until it begins anew, or raise it with `cadeau budgets set --per day --coins N`; on a real site it is the daily cap, which `cadeau consent` or the settings page raises.",
                "ACCOUNT  | main  | HOUR  | 0   | 0  | 1 | It would cost 1 coin; the budget of an hour of account main allows 0, of which 0 are spent or reserved. Wait until it begins anew, or raise it with `cadeau budgets set --account main --per hour --coins N`.",
                "STREAMER | @luna | SEND  | 5   | 0  | 6 | It would cost 6 coins; the budget of one send for @luna allows 5. Raise it with `cadeau budgets set --streamer @luna --per send --coins N`.",
                "ACCOUNT  |       | FLOOR | 2   | 5  | 4 | It would leave 1 coin; the floor of the balance of each account keeps 2. Lower it with `cadeau budgets set --account NAME --per floor --coins N`."
            })
    void saysWhichBudgetRefusesAndTheCommandThatChangesIt(
            Scope scope, String subject, Period period, long coins, long used, long asked, String sentence) {
        var budget = new Budget(scope, subject == null ? "" : subject, period, coins);
        assertThat(new Refusal(budget, used, asked).sentence()).isEqualTo(sentence);
    }

    @Test
    void aDebtOfOneCoinIsOneCoin() {
        var floor = new Budget(Scope.ALL, "", Period.FLOOR, 0L);
        assertThat(new Refusal(floor, 1, 2).sentence()).startsWith("It would leave -1 coin;");
    }
}
