package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A member connects only an account of their own; the owner of the machine, by its token, any. */
@Component
class AccountOwners {

    private final Accounts accounts;

    AccountOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether the caller may give this account a session; one that is not there yet becomes theirs. */
    boolean mayConnect(AccountId account, Caller caller) {
        return caller.name().equals(Account.MACHINES_OWNER)
                || accounts.find(account)
                        .map(Account::owner)
                        .filter(owner -> !owner.equals(caller.name()))
                        .isEmpty();
    }

    ResponseEntity<Object> refusal(String name) {
        return Problems.of(
                HttpStatus.FORBIDDEN,
                "NOT_ALLOWED",
                "Account " + name + " belongs to another member: only they connect it.");
    }
}
