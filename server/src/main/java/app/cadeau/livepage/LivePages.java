package app.cadeau.livepage;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import java.time.Instant;
import java.util.List;

/** Opens LIVE pages in the lanes of accounts. */
public interface LivePages {

    /** Opens, or takes the warm page of, a LIVE and knows its facts before the deadline; spends nothing. */
    Opening open(Account account, StreamerName streamer, Instant deadline);

    /** The same with these page designs only, by name: to try one out. */
    default LivePages reading(List<String> designs) {
        return this;
    }

    /** Whether these LIVEs are simulated: nothing on this machine restricts anybody. */
    default boolean onThisMachine() {
        return true;
    }

    /** Opens a LIVE ahead of a send that is due and keeps it warm; a failure is left for the send to find. */
    default void prepare(Account account, StreamerName streamer, Instant deadline) {}

    /** Leaves whatever is open of an account, and its context: the account is gone. */
    default void forget(AccountId account) {}
}
