package app.cadeau.accounts;

import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of each session as its row has it: wrapped by a master key, and bound to its account. */
final class WrappedKeys {

    record Row(AccountId account, byte[] wrapped) {

        /** The session's key, or null when this master key does not open it. */
        byte @Nullable [] open(MasterKey master) {
            try {
                return Seal.open(master.bytes(), wrapped, purpose(account));
            } catch (GeneralSecurityException shut) {
                return null;
            }
        }
    }

    private final JdbcClient writes;

    WrappedKeys(JdbcClient writes) {
        this.writes = writes;
    }

    List<Row> all() {
        return writes.sql("select account, wrapped_key from account_sessions order by account")
                .query((row, number) -> new Row(new AccountId(row.getString("account")), row.getBytes("wrapped_key")))
                .list();
    }

    void wrap(AccountId account, byte[] key, MasterKey master) {
        writes.sql("update account_sessions set wrapped_key = ? where account = ?")
                .params(wrapped(account, key, master), account.name())
                .update();
    }

    void forget(AccountId account) {
        writes.sql("delete from account_sessions where account = ?")
                .param(account.name())
                .update();
    }

    static byte[] wrapped(AccountId account, byte[] key, MasterKey master) {
        return Seal.close(master.bytes(), key, purpose(account));
    }

    private static String purpose(AccountId account) {
        return "cadeau session key " + account.name();
    }
}
