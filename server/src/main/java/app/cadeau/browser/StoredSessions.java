package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import java.util.Optional;

/** The sessions of accounts as Playwright storage states, kept encrypted by whoever keeps them. Thread-safe. */
public interface StoredSessions {

    /** Has none and keeps none. */
    StoredSessions NONE = new StoredSessions() {
        @Override
        public Optional<String> storageState(AccountId account) {
            return Optional.empty();
        }

        @Override
        public void saved(AccountId account, String storageState) {}
    };

    Optional<String> storageState(AccountId account);

    void saved(AccountId account, String storageState);
}
