package app.cadeau.simulator;

/**
 * What the platform says about a LIVE and its host.
 *
 * @param hostReceives whether the host may be given gifts
 * @param hostIsAdult whether the host is old enough for it
 * @param adultsOnly whether the LIVE is closed to accounts that are not known to be of age, and to visitors
 */
public record LiveRules(boolean hostReceives, boolean hostIsAdult, boolean adultsOnly) {

    static final LiveRules USUAL = new LiveRules(true, true, false);

    public static LiveRules usual() {
        return USUAL;
    }

    public LiveRules hostNotEligible() {
        return new LiveRules(false, hostIsAdult, adultsOnly);
    }

    public LiveRules hostUnderAge() {
        return new LiveRules(hostReceives, false, adultsOnly);
    }

    public LiveRules forAdults() {
        return new LiveRules(hostReceives, hostIsAdult, true);
    }

    boolean closedTo(java.util.Optional<Wallet> visitor) {
        return adultsOnly && visitor.filter(one -> one.standing().adult()).isEmpty();
    }
}
