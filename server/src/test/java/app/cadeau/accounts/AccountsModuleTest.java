package app.cadeau.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class AccountsModuleTest {

    private static final AccountId MAIN = new AccountId("main");
    private static final AccountId SECOND = new AccountId("second");
    private static final String STATE = """
            {"cookies": [{"name": "sessionid", "value": "very-secret", "domain": "127.0.0.1", "path": "/",
              "expires": -1, "httpOnly": true, "secure": false, "sameSite": "Lax"}], "origins": []}""";

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private SessionVault vault;
    private Accounts accounts;

    @BeforeEach
    void open() {
        database = new TestDatabase(vendor, folder);
        vault = vault(MasterKey.random());
        accounts = new Accounts(database.jdbc(), database.transaction(), vault, InstantSource.system());
    }

    private SessionVault vault(MasterKey key) {
        return new SessionVault(database.jdbc(), key, InstantSource.system());
    }

    @Test
    void givesBackTheSessionThatWasImported() {
        assertThat(accounts.importSession(MAIN, STATE)).isInstanceOf(Accounts.SessionKept.class);
        assertThat(vault.storageState(MAIN)).contains(STATE);
        vault.saved(MAIN, "{}");
        assertThat(vault.storageState(MAIN)).contains("{}");
    }

    @Test
    void leavesNothingOfASessionOnTheDiskInTheClear() throws Exception {
        accounts.importSession(MAIN, STATE);
        database.close();
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("very-secret")
                            .doesNotContain("sessionid"));
        }
    }

    @Test
    void opensNoSessionWithAnotherMasterKey() {
        accounts.importSession(MAIN, STATE);
        assertThatThrownBy(() -> vault(MasterKey.random()).storageState(MAIN))
                .hasMessageContaining("account main does not open with this master key");
    }

    @Test
    void doesNotTakeTheSessionOfOneAccountForThatOfAnother() {
        accounts.importSession(MAIN, STATE);
        accounts.importSession(SECOND, STATE);
        database.jdbc().sql("""
                update account_sessions set
                    wrapped_key = (select wrapped_key from account_sessions where account = 'main'),
                    sealed = (select sealed from account_sessions where account = 'main')
                where account = 'second'""").update();
        assertThatThrownBy(() -> vault.storageState(SECOND)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsNoSessionOfAnAccountThatIsGone() {
        accounts.importSession(MAIN, STATE);
        assertThat(accounts.remove(MAIN)).isTrue();
        vault.saved(MAIN, STATE);
        assertThat(vault.storageState(MAIN)).isEmpty();
        assertThat(accounts.remove(MAIN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            very-secret                                                           | not JSON
            []                                                                    | not a JSON object
            {}                                                                    | no list called cookies
            {"cookies": []}                                                       | empty
            {"cookies": [{"name": "a", "domain": "b", "path": "/"}]}              | cookie 1 has no text called value
            {"cookies": [{"name":"a","value":"very-secret","domain":"b","path":"/","expires":"x"}]} | expiry
            """)
    void saysWhatIsWrongWithASessionFileButNeverWhatIsInIt(String file, String why) {
        assertThat(accounts.importSession(MAIN, file))
                .isInstanceOfSatisfying(
                        Accounts.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).contains(why).doesNotContain("very-secret"));
        assertThat(accounts.list()).isEmpty();
    }

    @Test
    void theOnlyAccountIsMeantWhenNoneIsNamedAndElseTheDefaultOne() {
        assertThat(accounts.standard()).isEmpty();
        accounts.add(SECOND, false);
        assertThat(accounts.standard().orElseThrow().id()).isEqualTo(SECOND);
        accounts.add(MAIN, true);
        assertThat(accounts.standard()).isEmpty();
        assertThat(accounts.makeStandard(MAIN)).isTrue();
        assertThat(accounts.standard().orElseThrow().id()).isEqualTo(MAIN);
        assertThat(accounts.makeStandard(new AccountId("nobody"))).isFalse();
        assertThat(accounts.standard().orElseThrow().id()).isEqualTo(MAIN);
    }

    @Test
    void aShutAccountKeepsItsFirstReasonUntilAPersonClearsIt() {
        accounts.add(MAIN, false);
        accounts.shut(MAIN, "CHALLENGED", "The page asks for a check.");
        accounts.shut(MAIN, "NOT_PROVED", "Two gifts are in doubt.");
        assertThat(accounts.find(MAIN).orElseThrow().shut())
                .isEqualTo(new Account.Shut("CHALLENGED", "The page asks for a check."));
        assertThat(accounts.clear(MAIN, "I solved it")).isTrue();
        assertThat(accounts.find(MAIN).orElseThrow().open()).isTrue();
        assertThat(accounts.clear(MAIN, "again")).isFalse();
    }

    @Test
    void isUsedAloneOnlyWhenItsOwnerSaysSo() {
        accounts.importSession(MAIN, STATE);
        assertThat(accounts.find(MAIN).orElseThrow().usedAlone()).isFalse();
        assertThat(accounts.setUsedAlone(MAIN, true)).isTrue();
        assertThat(accounts.find(MAIN).orElseThrow().usedAlone()).isTrue();
        assertThat(accounts.add(MAIN, false)).isInstanceOf(Accounts.NameTaken.class);
    }

    @Test
    void makesAMasterKeyThatOnlyItsOwnerCanRead() throws Exception {
        var file = folder.resolve("master.key");
        var made = MasterKey.madeIn(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKey.madeIn(file).bytes()).isEqualTo(made.bytes());
        assertThatThrownBy(() -> MasterKey.given("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
