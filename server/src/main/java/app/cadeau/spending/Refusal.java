package app.cadeau.spending;

import app.cadeau.money.Coins;
import java.util.Locale;

/**
 * Why coins may not be spent.
 *
 * @param budget the one that refuses
 * @param used coins spent and reserved under it already
 * @param asked coins that were asked for
 */
public record Refusal(Budget budget, long used, long asked) {

    /** For a person: which budget, how much is left, what to do. */
    public String sentence() {
        var name = budget.name() + (budget.period() == Budget.Period.FLOOR ? " keeps " : " allows ") + budget.coins();
        return switch (budget.period()) {
            case FLOOR -> "It would leave " + Coins.inWords(used - asked) + "; " + name + ". Lower it" + command();
            case SEND -> "It would cost " + Coins.inWords(asked) + "; " + name + ". Raise it" + command();
            case HOUR, DAY, MONTH ->
                "It would cost " + Coins.inWords(asked) + "; " + name + ", of which " + used
                        + (used == 1 ? " is" : " are") + " spent or reserved. Wait until it begins anew, or raise it"
                        + command();
        };
    }

    private String command() {
        var subject = budget.subject().isEmpty() ? "NAME" : budget.subject();
        var whose = switch (budget.scope()) {
            case ALL -> "";
            case ACCOUNT -> " --account " + subject;
            case STREAMER -> " --streamer " + subject;
        };
        var cap = budget.scope() == Budget.Scope.ALL && budget.period() == Budget.Period.DAY
                ? "; on a real site it is the daily cap, which `cadeau consent` or the settings page raises."
                : ".";
        return " with `cadeau budgets set" + whose + " --per "
                + budget.period().name().toLowerCase(Locale.ROOT) + " --coins N`" + cap;
    }
}
