package app.cadeau.accounts;

import app.cadeau.money.Coins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Our TikTok accounts: which there are, which of them may work, and why not. */
@Component
public final class Accounts {

    /** Coins that a new account may have on their way without an answer. */
    public static final Coins EXPOSURE_CAP = Coins.of(500);

    /** What came of adding an account. */
    public sealed interface Added {}

    public record New(Account account) implements Added {}

    public record NameTaken(Account account) implements Added {}

    /** What came of importing a session. */
    public sealed interface Imported {}

    public record SessionKept(Account account) implements Imported {}

    /** @param why what is wrong with the file, without a word of what is in it */
    public record Unreadable(String why) implements Imported {}

    private final JdbcClient writes;
    private final TransactionTemplate transaction;
    private final SessionVault vault;
    private final InstantSource clock;

    public Accounts(JdbcClient writes, TransactionTemplate transaction, SessionVault vault, InstantSource clock) {
        this.writes = writes;
        this.transaction = transaction;
        this.vault = vault;
        this.clock = clock;
    }

    /** Adds an account of the machine's owner. */
    public Added add(AccountId id, boolean usedAlone) {
        return add(id, usedAlone, Account.MACHINES_OWNER);
    }

    /** @param owner the member who attests that it is theirs */
    public Added add(AccountId id, boolean usedAlone, String owner) {
        var made = writes.sql("""
                insert into accounts (name, used_alone, exposure_cap, created_at, owner) values (?, ?, ?, ?, ?)
                on conflict (name) do nothing""")
                .params(id.name(), usedAlone ? 1 : 0, EXPOSURE_CAP.amount(), clock.millis(), owner)
                .update();
        var account = find(id).orElseThrow();
        return made == 1 ? new New(account) : new NameTaken(account);
    }

    /** Keeps a Playwright storage state as the account's session, and makes the account when there is none yet. */
    public Imported importSession(AccountId id, String storageState) {
        return importSession(id, storageState, Account.MACHINES_OWNER);
    }

    /** @param owner the member whose an account is that is made for it; one that is there keeps its own */
    public Imported importSession(AccountId id, String storageState, String owner) {
        var fault = StorageState.fault(storageState);
        if (fault != null) {
            return new Unreadable(fault);
        }
        vault.sealing(() -> transaction.executeWithoutResult(status -> {
            var unused = add(id, false, owner);
            vault.saved(id, storageState);
            writes.sql("""
                    update account_health set logged_in = 1, said = 'not looked at yet', proved_at = null
                    where account = ?""").param(id.name()).update();
        }));
        return new SessionKept(find(id).orElseThrow());
    }

    /** All accounts, by name. */
    public List<Account> list() {
        return writes.sql("select * from accounts order by name")
                .query(Accounts::account)
                .list();
    }

    public Optional<Account> find(AccountId id) {
        return writes.sql("select * from accounts where name = ?")
                .param(id.name())
                .query(Accounts::account)
                .optional();
    }

    /** The account that is meant when none is named: the default one, else the only one there is. */
    public Optional<Account> standard() {
        var chosen = writes.sql("select * from accounts order by standard desc, name limit 2")
                .query((row, number) -> new Candidate(account(row, number), row.getInt("standard") == 1))
                .list();
        return chosen.stream()
                .filter(candidate -> candidate.standard() || chosen.size() == 1)
                .map(Candidate::account)
                .findFirst();
    }

    /** Makes this account the default one; false when there is no such account. */
    public boolean makeStandard(AccountId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            writes.sql("update accounts set standard = 0 where standard = 1 and name <> ?")
                    .param(id.name())
                    .update();
            var moved = writes.sql("update accounts set standard = 1 where name = ?")
                    .param(id.name())
                    .update();
            if (moved == 0) {
                status.setRollbackOnly();
            }
            return moved == 1;
        }));
    }

    /** Notes whether nothing but Cadeau spends from it; false when there is no such account. */
    public boolean setUsedAlone(AccountId id, boolean usedAlone) {
        return writes.sql("update accounts set used_alone = ? where name = ?")
                        .params(usedAlone ? 1 : 0, id.name())
                        .update()
                == 1;
    }

    /** Coins that may be on their way without an answer, and in doubt over all its REVIEWs; false when there is no such account. */
    public boolean setExposureCap(AccountId id, Coins cap) {
        return writes.sql("update accounts set exposure_cap = ? where name = ?")
                        .params(cap.amount(), id.name())
                        .update()
                == 1;
    }

    /** Shuts the account until a person clears it. The first reason stands; later ones are kept in its history. */
    public void shut(AccountId id, String code, String sentence) {
        transaction.executeWithoutResult(status -> {
            writes.sql("""
                    update accounts set shut_code = ?, shut_sentence = ?, shut_at = ?
                    where name = ? and shut_code is null""").params(code, sentence, clock.millis(), id.name()).update();
            remember(id, "SHUT", code, sentence);
        });
    }

    /** Opens a shut account again; the reason is kept. False when there is no such account, or it is not shut. */
    public boolean clear(AccountId id, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var opened = writes.sql("""
                    update accounts set shut_code = null, shut_sentence = null, shut_at = null
                    where name = ? and shut_code is not null""").param(id.name()).update();
            if (opened == 1) {
                remember(id, "CLEARED", null, reason);
            }
            return opened == 1;
        }));
    }

    /** Wipes the account with its session and history; false when there is no such account. */
    public boolean remove(AccountId id) {
        return writes.sql("delete from accounts where name = ?")
                        .param(id.name())
                        .update()
                == 1;
    }

    private void remember(AccountId id, String what, @Nullable String code, String sentence) {
        writes.sql("""
                insert into account_history (id, account, at, what, code, sentence)
                select :id, name, :at, :what, :code, :sentence from accounts where name = :account""")
                .param("id", UUID.randomUUID().toString())
                .param("account", id.name())
                .param("at", clock.millis())
                .param("what", what)
                .param("code", code)
                .param("sentence", sentence)
                .update();
    }

    private record Candidate(Account account, boolean standard) {}

    private static Account account(ResultSet row, int number) throws SQLException {
        var code = row.getString("shut_code");
        return new Account(
                new AccountId(row.getString("name")),
                row.getInt("used_alone") == 1,
                Coins.of(row.getLong("exposure_cap")),
                code == null ? null : new Account.Shut(code, row.getString("shut_sentence")),
                row.getString("owner"));
    }
}
