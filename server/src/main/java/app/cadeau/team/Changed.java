package app.cadeau.team;

import java.time.Duration;

/** What came of changing a password. */
public sealed interface Changed {

    record Done() implements Changed {}

    record WrongPassword() implements Changed {}

    record WeakPassword(String sentence) implements Changed {}

    record TooMany(Duration after) implements Changed {}
}
