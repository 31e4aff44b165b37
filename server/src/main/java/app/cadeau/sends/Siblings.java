package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a real platform says to one account it says to its owner: after a restriction or a challenge the owner's other
 * accounts are shut too, until a person has looked. None of them takes over what the restricted one was to give.
 */
final class Siblings {

    private static final Logger log = LoggerFactory.getLogger(Siblings.class);
    private static final Set<Reason.Code> RESTRICTIONS =
            EnumSet.of(Reason.Code.REFUSED_BY_PLATFORM, Reason.Code.CHALLENGED);

    private volatile BiConsumer<AccountId, Ending> stopper = (account, why) -> {};

    /** @param how ends what runs of an account */
    void stopBy(BiConsumer<AccountId, Ending> how) {
        stopper = how;
    }

    void shutWith(AccountId restricted, Reason reason, Accounts accounts) {
        if (RESTRICTIONS.contains(reason.code())) {
            var owner = accounts.find(restricted).map(Account::owner);
            accounts.list().stream()
                    .filter(other -> owner.filter(other.owner()::equals).isPresent())
                    .filter(other -> !other.id().equals(restricted) && other.open())
                    .forEach(other -> shut(other.id(), restricted, accounts));
        }
    }

    private void shut(AccountId account, AccountId restricted, Accounts accounts) {
        var why = Ending.shutting(
                Reason.Code.OWNER_RESTRICTED,
                "The platform restricted " + restricted + ", an account of the same owner, so this one rests too.");
        var reason = Objects.requireNonNull(why.reason());
        log.warn("account {} is shut: {}", account, reason.sentence());
        stopper.accept(account, why);
        accounts.shut(account, reason.code().name(), reason.sentence());
    }
}
