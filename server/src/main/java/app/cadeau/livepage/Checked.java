package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/** What the page's own calls told of a session. */
public sealed interface Checked {

    /**
     * @param userId the platform's id of whom the session logs in, or null when only the wallet answered
     * @param balance null when the wallet was not told
     */
    record LoggedIn(@Nullable String userId, @Nullable BalanceReading balance) implements Checked {}

    /** The platform says that the session is nobody's. */
    record LoggedOut(String seen) implements Checked {}

    /** The platform asks for a person. */
    record Challenged(String seen) implements Checked {}

    /** Nobody can say: the page did not come, or told neither way. */
    record NotChecked(Trouble trouble, String seen) implements Checked {}
}
