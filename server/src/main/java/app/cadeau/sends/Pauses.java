package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose waiting sends are held back: all, or those of some accounts. Kept in a table, so that a restart begins nothing. */
@Component
class Pauses {

    private static final String ALL = "";

    private final JdbcClient writes;
    private final InstantSource clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Pauses(JdbcClient writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    void load() {
        known.addAll(writes.sql("select account from queue_pauses")
                .query(String.class)
                .list());
    }

    /** @param account empty for all */
    void pause(Optional<AccountId> account) {
        var name = account.map(AccountId::name).orElse(ALL);
        // In memory first: what is paused begins nothing even while the table cannot be written.
        known.add(name);
        writes.sql("insert into queue_pauses (account, at) values (?, ?) on conflict (account) do nothing")
                .params(name, clock.millis())
                .update();
    }

    void resume(Optional<AccountId> account) {
        var name = account.map(AccountId::name).orElse(ALL);
        writes.sql("delete from queue_pauses where account = ?").param(name).update();
        known.remove(name);
    }

    boolean all() {
        return known.contains(ALL);
    }

    boolean holds(AccountId account) {
        return all() || known.contains(account.name());
    }

    /** Accounts that are paused by name, beside a pause of all. */
    List<AccountId> accounts() {
        return known.stream()
                .filter(name -> !name.equals(ALL))
                .map(AccountId::new)
                .sorted(Comparator.comparing(AccountId::name))
                .toList();
    }
}
