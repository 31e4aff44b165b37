package app.cadeau.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions of our accounts, each a Playwright storage state, encrypted at rest: AES-256-GCM with a new key at each
 * save, wrapped by the master key. Nothing of a session is ever logged.
 */
@Component
public final class SessionVault {

    private final JdbcClient writes;
    private final MasterKey master;
    private final InstantSource clock;

    public SessionVault(JdbcClient writes, MasterKey master, InstantSource clock) {
        this.writes = writes;
        this.master = master;
        this.clock = clock;
    }

    /** The session as it was last saved; an exception when this master key does not open it. */
    public Optional<String> storageState(AccountId account) {
        return writes.sql("select wrapped_key, sealed from account_sessions where account = ?")
                .param(account.name())
                .query((row, number) -> open(account, row.getBytes("wrapped_key"), row.getBytes("sealed")))
                .optional();
    }

    public boolean has(AccountId account) {
        return writes.sql("select count(*) from account_sessions where account = ?")
                        .param(account.name())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Replaces the session. Of an account that was removed meanwhile nothing is kept. */
    public void saved(AccountId account, String storageState) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        writes.sql("""
                insert into account_sessions (account, wrapped_key, sealed, saved_at)
                select name, :key, :sealed, :now from accounts where name = :account
                on conflict (account) do update set
                    wrapped_key = excluded.wrapped_key, sealed = excluded.sealed, saved_at = excluded.saved_at""")
                .param("account", account.name())
                .param("key", Seal.close(master.bytes(), key, keyOf(account)))
                .param("sealed", Seal.close(key, storageState.getBytes(StandardCharsets.UTF_8), sessionOf(account)))
                .param("now", clock.millis())
                .update();
    }

    private String open(AccountId account, byte[] wrappedKey, byte[] sealed) {
        try {
            var key = Seal.open(master.bytes(), wrappedKey, keyOf(account));
            return new String(Seal.open(key, sealed, sessionOf(account)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException shut) {
            throw new IllegalStateException(
                    "the session of account " + account + " does not open with this master key", shut);
        }
    }

    private static String keyOf(AccountId account) {
        return "cadeau session key " + account.name();
    }

    private static String sessionOf(AccountId account) {
        return "cadeau session " + account.name();
    }
}
