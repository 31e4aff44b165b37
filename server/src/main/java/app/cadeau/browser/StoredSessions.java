package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import java.util.Optional;

/** The sessions of accounts as Playwright storage states, kept encrypted by whoever keeps them. Thread-safe. */
public interface StoredSessions {

    Optional<String> storageState(AccountId account);

    void saved(AccountId account, String storageState);
}
