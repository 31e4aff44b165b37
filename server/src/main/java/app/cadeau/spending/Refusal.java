package app.cadeau.spending;

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
        var limit = budget.coins();
        var name = budget.name();
        if (budget.period() == Budget.Period.FLOOR) {
            return "It would leave " + (used - asked) + " coins; " + name + " keeps " + limit
                    + ". Lower it with `cadeau budgets set`.";
        }
        if (budget.period() == Budget.Period.SEND) {
            return "It would cost " + asked + " coins; " + name + " allows " + limit
                    + ". Raise it with `cadeau budgets set`.";
        }
        return "It would cost " + asked + " coins; " + name + " allows " + limit + ", of which " + used
                + " are spent or reserved. Raise it with `cadeau budgets set`.";
    }
}
