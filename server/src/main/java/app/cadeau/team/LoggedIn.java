package app.cadeau.team;

import java.time.Duration;

/** What came of a name and a password. */
public sealed interface LoggedIn {

    record In(Session session, Tokens tokens) implements LoggedIn {}

    /** No word about which of the two is wrong. */
    record Wrong() implements LoggedIn {}

    record TooMany(Duration after) implements LoggedIn {}
}
