package app.cadeau.team;

/** What came of removing a member. */
public sealed interface Removed {

    record Gone() implements Removed {}

    record NoSuchMember() implements Removed {}

    /** Without an admin nobody could add one. */
    record LastAdmin() implements Removed {}
}
