package app.cadeau.team;

/** What came of a refresh token. */
public sealed interface Refreshed {

    record Anew(Session session, Tokens tokens) implements Refreshed {}

    /** Another page of the same browser was quicker by moments: its cookies are the new ones, and there are no others. */
    record Overtaken(Session session) implements Refreshed {}

    /** It was used before, so it is in two hands: the session is over. */
    record Reused() implements Refreshed {}

    record Unknown() implements Refreshed {}
}
