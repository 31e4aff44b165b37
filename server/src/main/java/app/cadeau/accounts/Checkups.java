package app.cadeau.accounts;

import app.cadeau.money.Coins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of the log-in of each account, and how it is. */
@Component
public final class Checkups {

    private final JdbcClient writes;
    private final TransactionTemplate transaction;
    private final SessionVault vault;
    private final Accounts accounts;
    private final InstantSource clock;

    public Checkups(
            JdbcClient writes,
            TransactionTemplate transaction,
            SessionVault vault,
            Accounts accounts,
            InstantSource clock) {
        this.writes = writes;
        this.transaction = transaction;
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was last seen; an import takes back whether it was proved. */
    public Optional<Seen> seen(AccountId account) {
        return writes.sql("select * from account_health where account = ?")
                .param(account.name())
                .query(Checkups::seen)
                .optional();
    }

    /**
     * Notes that the session was proved. A session of somebody else than it should be shuts the account, before anything is
     * pressed with it.
     *
     * @return why it was shut; nothing when all is as before
     */
    public Optional<Account.Shut> proved(
            AccountId account, @Nullable String userId, @Nullable Coins coins, Instant at) {
        var wrong = transaction.execute(status -> {
            var before = seen(account).map(Seen::userId).orElse(null);
            var because = userId == null ? Optional.<Account.Shut>empty() : somebodyElse(account, before, userId);
            keep(account, userId == null ? before : userId, coins, at);
            because.ifPresent(shut -> accounts.shut(account, shut.code(), shut.sentence()));
            return because;
        });
        return wrong == null ? Optional.empty() : wrong;
    }

    private Optional<Account.Shut> somebodyElse(AccountId account, @Nullable String before, String userId) {
        return before == null || before.equals(userId)
                ? twin(account, userId)
                        .map(other -> new Account.Shut(
                                "SAME_ACCOUNT",
                                "It is the same account of the platform as " + other
                                        + ": one wallet under two names. Remove one of the two."))
                : Optional.of(new Account.Shut(
                        "ANOTHER_USER",
                        "Its session logs in another account of the platform than before; its books are the former"
                                + " one's."));
    }

    private Optional<AccountId> twin(AccountId account, String userId) {
        return writes.sql("""
                select account from account_health
                where user_id = ? and account <> ? and logged_in = 1 and proved_at is not null order by account""").params(userId, account.name()).query(String.class).list().stream()
                .findFirst()
                .map(AccountId::new);
    }

    private void keep(AccountId account, @Nullable String userId, @Nullable Coins coins, Instant at) {
        writes.sql("""
                insert into account_health (account, logged_in, said, user_id, coins, coins_at, seen_at, proved_at)
                select name, 1, 'logged in', :user, :coins, :coins_at, :at, :at from accounts where name = :account
                on conflict (account) do update set
                    logged_in = 1, said = excluded.said, user_id = excluded.user_id,
                    coins = coalesce(excluded.coins, account_health.coins),
                    coins_at = coalesce(excluded.coins_at, account_health.coins_at),
                    seen_at = excluded.seen_at, proved_at = excluded.proved_at""")
                .param("account", account.name())
                .param("user", userId)
                .param("coins", coins == null ? null : coins.amount())
                .param("coins_at", coins == null ? null : at.toEpochMilli())
                .param("at", at.toEpochMilli())
                .update();
    }

    /** Notes that the platform calls the session nobody's. */
    public void loggedOut(AccountId account, String said) {
        writes.sql("""
                insert into account_health (account, logged_in, said, seen_at)
                select name, 0, :said, :at from accounts where name = :account
                on conflict (account) do update set
                    logged_in = 0, said = excluded.said, seen_at = excluded.seen_at""")
                .param("account", account.name())
                .param("said", said)
                .param("at", clock.millis())
                .update();
    }

    /** What the stored session tells of itself; nothing when there is none, or when it does not open. */
    public Optional<SessionFacts> session(AccountId account) {
        try {
            return vault.storageState(account).flatMap(StorageState::facts);
        } catch (SessionVault.Unopened damaged) {
            return Optional.empty();
        }
    }

    /** @param reviews sends of the account that must be resolved before it may be opened */
    public Health health(Account account, List<String> reviews) {
        return Health.of(
                new Health.Known(
                        account,
                        vault.has(account.id()),
                        session(account.id()).orElse(null),
                        seen(account.id()).orElse(null),
                        reviews),
                clock.instant());
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        var coins = row.getObject("coins");
        return new Seen(
                row.getInt("logged_in") == 1,
                row.getString("said"),
                row.getString("user_id"),
                coins == null ? null : Coins.of(row.getLong("coins")),
                time(row, "coins_at"),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                time(row, "proved_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
