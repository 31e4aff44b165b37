package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/** What came of a window in which a person was to log in. */
public sealed interface LogIn {

    /**
     * @param storageState the session: a secret
     * @param userId the platform's id of whom it logs in
     */
    record Done(
            String storageState, String userId, @Nullable BalanceReading balance) implements LogIn {

        @Override
        public String toString() {
            return "LogIn.Done";
        }
    }

    /** Nobody logged in; {@code seen} says why, for a person. */
    record NotDone(Trouble trouble, String seen) implements LogIn {}
}
