package app.cadeau.accounts;

import java.util.Optional;

public class Accounts {
    public Optional<Account> find(AccountId id) {
        return Optional.empty();
    }

    public Optional<Account> standard() {
        return Optional.empty();
    }

    public void shut(AccountId id, String code, String sentence) {}
}
