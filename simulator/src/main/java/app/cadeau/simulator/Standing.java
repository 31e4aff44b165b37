package app.cadeau.simulator;

/**
 * What the platform lets an account do.
 *
 * @param adult whether its owner is known to be 18 or older
 * @param countryAllows whether gifts can be sent where its owner is
 * @param spendingLimit coins that it may spend in all, from the start of the simulator
 * @param fanLevel its level in every fan club; gifts of a higher level are locked
 * @param subscribed whether the gifts of subscribers are open to it
 * @param props how many gifts it may take from its bag
 * @param calmAfter after each so many gifts the platform asks it to calm down; 0 never
 */
public record Standing(
        boolean adult,
        boolean countryAllows,
        long spendingLimit,
        int fanLevel,
        boolean subscribed,
        int props,
        int calmAfter) {

    static final Standing USUAL = new Standing(true, true, Long.MAX_VALUE, 0, false, 0, 0);

    public static Standing usual() {
        return USUAL;
    }

    public Standing underAge() {
        return new Standing(false, countryAllows, spendingLimit, fanLevel, subscribed, props, calmAfter);
    }

    public Standing abroad() {
        return new Standing(adult, false, spendingLimit, fanLevel, subscribed, props, calmAfter);
    }

    public Standing withSpendingLimit(long coins) {
        return new Standing(adult, countryAllows, coins, fanLevel, subscribed, props, calmAfter);
    }

    public Standing withFanLevel(int level) {
        return new Standing(adult, countryAllows, spendingLimit, level, subscribed, props, calmAfter);
    }

    public Standing withSubscription() {
        return new Standing(adult, countryAllows, spendingLimit, fanLevel, true, props, calmAfter);
    }

    public Standing withCalmAfter(int gifts) {
        return new Standing(adult, countryAllows, spendingLimit, fanLevel, subscribed, props, gifts);
    }
}
