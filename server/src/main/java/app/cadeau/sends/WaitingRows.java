package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sends that wait, in the order in which they are to begin. However many there are, a question reads a handful of
 * rows by an index; the words {@code state = 'QUEUED'} stand in each query, or the database would not take it.
 */
@Component
class WaitingRows {

    /** How many are ended in one go. */
    private static final int BATCH = 200;

    private final JdbcClient writes;

    WaitingRows(JdbcClient writes) {
        this.writes = writes;
    }

    /** Moves the next send of an account to PREPARING, in one statement; empty when none waits. */
    Optional<SendRow> claim(AccountId account) {
        return writes.sql("""
                update sends set state = 'PREPARING'
                where state = 'QUEUED' and id = (
                    select id from sends where account = ? and state = 'QUEUED' order by priority, id limit 1)
                returning *""").param(account.name()).query(SendRows::row).optional();
    }

    /** The next send of an account, left where it is. */
    Optional<SendRow> next(AccountId account) {
        return writes.sql("select * from sends where account = ? and state = 'QUEUED' order by priority, id limit 1")
                .param(account.name())
                .query(SendRows::row)
                .optional();
    }

    /** Accounts with sends that wait, the one whose send is the oldest first. Reads them all: not for each turn. */
    List<AccountId> accounts() {
        return writes
                .sql("select account from sends where state = 'QUEUED' group by account order by min(id)")
                .query(String.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** Some of those whose latest time has passed. */
    List<SendRow> late(Instant now) {
        return writes.sql("""
                select * from sends where state = 'QUEUED' and not_after is not null and not_after < ?
                order by not_after limit\s""" + BATCH)
                .param(now.toEpochMilli())
                .query(SendRows::row)
                .list();
    }

    /** When the next of them is too late, or null. */
    @Nullable
    Instant nextDeadline() {
        return writes.sql("""
                select not_after from sends where state = 'QUEUED' and not_after is not null
                order by not_after limit 1""")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    /** Some of those that an order means. */
    List<SendRow> meant(StopOrder order) {
        return switch (order) {
            case StopOrder.OneSend(var id) -> some("and id = ?", id.text());
            case StopOrder.OneAccount(var account) -> some("and account = ?", account.name());
            case StopOrder.OneCampaign(var id) -> some("and campaign = ?", id.text());
            case StopOrder.Everything() -> some("");
        };
    }

    private List<SendRow> some(String narrowed, Object... values) {
        return writes.sql("select * from sends where state = 'QUEUED' " + narrowed + " limit " + BATCH)
                .params(values)
                .query(SendRows::row)
                .list();
    }

    /** The place of a waiting send among those of its account: 1 goes next. */
    int position(SendRow send) {
        return writes.sql("""
                select count(*) from sends where account = :account and state = 'QUEUED'
                and (priority < :rank or (priority = :rank and id <= :id))""")
                .param("account", send.account().name())
                .param("rank", send.priority().rank())
                .param("id", send.id().text())
                .query((row, number) -> Math.max(1, row.getInt(1))) // it may begin just now
                .single();
    }

    /** Whether so many wait; reads no more rows than that. */
    boolean full(int most) {
        return writes.sql("select 1 from sends where state = 'QUEUED' limit 1 offset ?")
                .param(most - 1)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
