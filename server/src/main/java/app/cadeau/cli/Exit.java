package app.cadeau.cli;

/** The exit statuses of the contract. */
final class Exit {

    static final int FINE = 0;
    static final int NOT_IN_FULL = 1;
    static final int BAD_ARGUMENTS = 2;
    static final int OUTCOME_UNKNOWN = 3;

    private Exit() {}
}
