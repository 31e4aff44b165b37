package app.cadeau.accounts;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions of our accounts, each a Playwright storage state, encrypted at rest: AES-256-GCM with a new key at each
 * save, wrapped by the master key. Nothing of a session is ever logged.
 */
@Component
public final class SessionVault {

    /** What came of replacing the master key. */
    public sealed interface Rotated {}

    /** @param sessions wrapped anew; {@code place} is where the new key is */
    public record NewKey(int sessions, String place) implements Rotated {}

    /** @param why for a person; every session opens as before */
    public record SameKey(String why) implements Rotated {}

    /** A stored session that does not open: another master key, a damaged row, or a row of another account. */
    public static final class Unopened extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Unopened(AccountId account, @Nullable Exception cause) {
            super("the session of account " + account + " does not open with this master key", cause);
        }
    }

    private final JdbcClient writes;
    private final WrappedKeys keys;
    private final InstantSource clock;
    /** Held around every transaction that seals a session, and never taken inside one. */
    private final ReentrantLock sealing = new ReentrantLock();

    private volatile MasterKey master;
    /** A new key that may or may not have been taken: the next start tells. */
    private volatile @Nullable MasterKey doubtful;

    public SessionVault(JdbcClient writes, MasterKey master, InstantSource clock) {
        this.writes = writes;
        this.keys = new WrappedKeys(writes);
        this.master = master;
        this.clock = clock;
    }

    /** The session as it was last saved; an exception when this master key does not open it. */
    public Optional<String> storageState(AccountId account) {
        sealing.lock();
        try {
            return writes.sql("select wrapped_key, sealed from account_sessions where account = ?")
                    .param(account.name())
                    .query((row, number) -> open(account, row.getBytes("wrapped_key"), row.getBytes("sealed")))
                    .optional();
        } finally {
            sealing.unlock();
        }
    }

    public boolean has(AccountId account) {
        return savedAt(account).isPresent();
    }

    /** When the session was last saved; nothing when there is none. */
    public Optional<Instant> savedAt(AccountId account) {
        return writes.sql("select saved_at from account_sessions where account = ?")
                .param(account.name())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    /** Replaces the session. Of an account that was removed meanwhile nothing is kept. */
    public void saved(AccountId account, String storageState) {
        sealing(() -> seal(account, storageState));
    }

    /** Does what begins a transaction in which sessions are sealed. */
    void sealing(Runnable work) {
        sealing.lock();
        try {
            work.run();
        } finally {
            sealing.unlock();
        }
    }

    private void seal(AccountId account, String storageState) {
        var key = MasterKey.random().bytes();
        writes.sql("""
                insert into account_sessions (account, wrapped_key, sealed, saved_at)
                select name, :key, :sealed, :now from accounts where name = :account
                on conflict (account) do update set
                    wrapped_key = excluded.wrapped_key, sealed = excluded.sealed, saved_at = excluded.saved_at""")
                .param("account", account.name())
                .param("key", WrappedKeys.wrapped(account, key, master))
                .param("sealed", Seal.close(key, storageState.getBytes(StandardCharsets.UTF_8), sessionOf(account)))
                .param("now", clock.millis())
                .update();
    }

    /**
     * A new master key: all sessions' keys are wrapped by it in one transaction. It is on the disk before, and takes the
     * place of the old one after; a fall in between is put right by the next start.
     */
    public Rotated rotate(KeyPlace place, TransactionTemplate transaction) {
        if (!place.changeable()) {
            return new SameKey("The master key is in the environment, which only you can change: put a new one into"
                    + " CADEAU_MASTER_KEY and the one that is there now into CADEAU_MASTER_KEY_OLD, and start again.");
        }
        sealing.lock();
        try {
            if (doubtful != null) {
                return new SameKey("An earlier change of the master key broke off; start Cadeau again first.");
            }
            return rotateAlone(place, transaction);
        } catch (UncheckedIOException unwritable) {
            return new SameKey(unwritable.getMessage() + "; every session opens as before.");
        } finally {
            sealing.unlock();
        }
    }

    private Rotated rotateAlone(KeyPlace place, TransactionTemplate transaction) {
        var next = place.prepare();
        doubtful = next;
        int sessions = wrapAll(transaction, next);
        place.adopt();
        master = next;
        doubtful = null;
        return new NewKey(sessions, place.toString());
    }

    private int wrapAll(TransactionTemplate transaction, MasterKey next) {
        var wrapped = transaction.execute(status -> {
            var rows = keys.all();
            for (var row : rows) {
                var key = row.open(master);
                if (key == null) {
                    throw new Unopened(row.account(), null);
                }
                keys.wrap(row.account(), key, next);
            }
            return rows.size();
        });
        return Objects.requireNonNull(wrapped, "a transaction with a result had none");
    }

    private String open(AccountId account, byte[] wrapped, byte[] sealed) {
        var row = new WrappedKeys.Row(account, wrapped);
        var key = row.open(master);
        var other = doubtful;
        if (key == null && other != null) {
            key = row.open(other);
        }
        if (key == null) {
            throw new Unopened(account, null);
        }
        try {
            return new String(Seal.open(key, sealed, sessionOf(account)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException shut) {
            throw new Unopened(account, shut);
        }
    }

    private static String sessionOf(AccountId account) {
        return "cadeau session " + account.name();
    }
}
