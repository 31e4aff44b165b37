package app.cadeau.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key, put to the test of rotations, falls in the middle of them, and hands that tamper with rows. */
@ParameterizedClass
@EnumSource(Vendor.class)
class MasterKeyModuleTest {

    private static final List<AccountId> THREE =
            List.of(new AccountId("main"), new AccountId("second"), new AccountId("third"));

    @Parameter
    Vendor vendor;

    @TempDir
    Path home;

    @AutoClose
    private TestDatabase database;

    private KeyPlace place;
    private SessionVault vault;

    @BeforeEach
    void sealThree() {
        database = new TestDatabase(vendor, home);
        place = KeyPlace.inHome(home.resolve("master.key"));
        vault = start();
        for (var account : THREE) {
            database.jdbc()
                    .sql("insert into accounts (name, exposure_cap, created_at) values (?, 500, 0)")
                    .param(account.name())
                    .update();
            vault.saved(account, secret(account));
        }
    }

    private static String secret(AccountId account) {
        return "the session of " + account;
    }

    private SessionVault start() {
        return start(place, false);
    }

    private SessionVault start(KeyPlace from, boolean lost) {
        var key = new Unlocking(database.jdbc(), database.transaction(), from, lost).unlock();
        return new SessionVault(database.jdbc(), key, InstantSource.system());
    }

    private void everySessionOpens(SessionVault with) {
        for (var account : THREE) {
            assertThat(with.storageState(account)).contains(secret(account));
        }
    }

    @Test
    void isReplacedByOneCommandAndTheOldOneOpensNothingMore() throws IOException {
        var old = MasterKey.from(home.resolve("master.key"));
        assertThat(vault.rotate(place, database.transaction())).isInstanceOf(SessionVault.NewKey.class);
        everySessionOpens(vault);
        vault.saved(THREE.getFirst(), secret(THREE.getFirst()));
        everySessionOpens(start());
        assertThat(new WrappedKeys(database.jdbc()).all()).hasSize(3).allMatch(row -> row.open(old) == null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("master.key.next")).doesNotExist();
    }

    /** A database whose transaction ends in a fall of the program, before or after it is kept. */
    private final class Falling extends TransactionTemplate {

        private static final long serialVersionUID = 1;
        private final boolean kept;

        Falling(boolean kept) {
            this.kept = kept;
        }

        @Override
        public <T> T execute(org.springframework.transaction.support.TransactionCallback<T> work) {
            database.transaction().execute((TransactionStatus status) -> {
                var done = work.doInTransaction(status);
                if (!kept) {
                    status.setRollbackOnly();
                }
                return done;
            });
            throw new IllegalStateException("killed");
        }
    }

    @Test
    void leavesEverySessionReadableWhenARotationFallsBeforeTheDatabaseKeptIt() {
        fallsWith(new Falling(false));
        everySessionOpens(start());
        assertThat(home.resolve("master.key.next")).doesNotExist();
    }

    @Test
    void leavesEverySessionReadableWhenARotationFallsBetweenDatabaseAndFile() throws IOException {
        var old = Files.readString(home.resolve("master.key"));
        fallsWith(new Falling(true));
        assertThat(home.resolve("master.key")).hasContent(old);
        everySessionOpens(start());
        assertThat(Files.readString(home.resolve("master.key"))).isNotEqualTo(old);
        everySessionOpens(start());
    }

    /** The daemon lives on after the commit's answer was lost: what it seals from then on opens too, now and later. */
    private void fallsWith(TransactionTemplate transaction) {
        assertThatThrownBy(() -> vault.rotate(place, transaction)).hasMessage("killed");
        everySessionOpens(vault);
        assertThat(vault.rotate(place, database.transaction())).isInstanceOf(SessionVault.SameKey.class);
        vault.saved(THREE.getLast(), secret(THREE.getLast()));
        everySessionOpens(vault);
    }

    @Test
    void forgetsANextKeyThatWasNeverWrittenInFull() throws IOException {
        Files.writeString(home.resolve("master.key.next"), "to");
        everySessionOpens(start());
        assertThat(home.resolve("master.key.next")).doesNotExist();
    }

    @Test
    void isNeverMadeAnewBesideSessionsThatItDoesNotOpen() throws IOException {
        var key = Files.readString(home.resolve("master.key"));
        Files.delete(home.resolve("master.key"));
        assertThatThrownBy(this::start)
                .isInstanceOf(Unlocking.WrongKey.class)
                .hasMessageContaining("is gone, and the sessions of main, second, third are sealed with it");
        assertThat(home.resolve("master.key")).doesNotExist();
        Files.writeString(home.resolve("master.key"), key);
        everySessionOpens(start());
    }

    @Test
    void thatIsAnotherOneChangesNothing() throws IOException {
        var right = Files.readString(home.resolve("master.key"));
        Files.delete(home.resolve("master.key"));
        MasterKey.madeIn(home.resolve("master.key"));
        assertThatThrownBy(this::start)
                .hasMessageContaining("is another one than the sessions of main, second, third are sealed with");
        Files.writeString(home.resolve("master.key"), right);
        everySessionOpens(start());
    }

    @Test
    void goesIntoTheEnvironmentWhenTheOldOneIsGivenBesideIt() {
        var old = MasterKey.from(home.resolve("master.key"));
        var given = KeyPlace.environment(MasterKey.random());
        assertThatThrownBy(() -> start(given, false)).hasMessageContaining("CADEAU_MASTER_KEY is another one");
        everySessionOpens(start(given.afterKey(old), false));
        everySessionOpens(start(given, false));
        assertThat(vault.rotate(given, database.transaction()))
                .isInstanceOfSatisfying(
                        SessionVault.SameKey.class,
                        same -> assertThat(same.why()).contains("CADEAU_MASTER_KEY_OLD"));
    }

    @Test
    void thatIsLostForGoodCostsTheSessionsOnceAPersonSaysSo() throws IOException {
        Files.delete(home.resolve("master.key"));
        var fresh = start(place, true);
        assertThat(THREE).allMatch(account -> fresh.storageState(account).equals(Optional.empty()));
        fresh.saved(THREE.getFirst(), "anew");
        assertThat(start().storageState(THREE.getFirst())).contains("anew");
    }

    @Test
    void bindsEachSessionToItsAccount() {
        tamper("update account_sessions set wrapped_key = (select wrapped_key from account_sessions where account ="
                + " 'second'), sealed = (select sealed from account_sessions where account = 'second') where account ="
                + " 'main'");
        assertThatThrownBy(() -> vault.storageState(THREE.getFirst())).hasMessageContaining("account main");
        tamper("update account_sessions set sealed = (select sealed from account_sessions where account = 'third')"
                + " where account = 'second'");
        assertThatThrownBy(() -> vault.storageState(THREE.get(1))).hasMessageContaining("account second");
        assertThat(vault.storageState(THREE.get(2))).contains(secret(THREE.get(2)));
    }

    private void tamper(String sql) {
        assertThat(database.jdbc().sql(sql).update()).isEqualTo(1);
    }

    @Test
    void refusesASessionOfWhichOneBitWasFlipped() {
        for (var column : List.of("wrapped_key", "sealed")) {
            everyFlip(column, THREE.getFirst());
        }
        everySessionOpens(vault);
    }

    private void everyFlip(String column, AccountId account) {
        byte[] whole = database.jdbc()
                .sql("select " + column + " from account_sessions where account = ?")
                .param(account.name())
                .query((row, number) -> row.getBytes(1))
                .single();
        Consumer<byte[]> put = bytes -> database.jdbc()
                .sql("update account_sessions set " + column + " = ? where account = ?")
                .params(bytes, account.name())
                .update();
        for (int bit = 0; bit < whole.length * 8; bit += 7) {
            var flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            put.accept(flipped);
            assertThatThrownBy(() -> vault.storageState(account)).hasMessageContaining("does not open");
        }
        put.accept(whole);
    }
}
