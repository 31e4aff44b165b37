package app.cadeau.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.money.Coins;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class CheckupsModuleTest {

    private static final AccountId MAIN = new AccountId("main");
    private static final AccountId SECOND = new AccountId("second");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String STATE = """
            {"cookies": [
              {"name": "sessionid", "value": "secret", "domain": "127.0.0.1", "path": "/", "expires": 1801000000.5},
              {"name": "sid_tt", "value": "secret", "domain": "127.0.0.1", "path": "/", "expires": 1800000000},
              {"name": "passing", "value": "x", "domain": "127.0.0.1", "path": "/", "expires": 1764000000},
              {"name": "odin", "value": "x", "domain": "127.0.0.1", "path": "/", "expires": -1}], "origins": []}""";

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private Accounts accounts;
    private Checkups checkups;

    @BeforeEach
    void open() {
        database = new TestDatabase(vendor, folder);
        var clock = InstantSource.fixed(NOW);
        var vault = new SessionVault(database.jdbc(), MasterKey.random(), clock);
        accounts = new Accounts(database.jdbc(), database.transaction(), vault, clock);
        checkups = new Checkups(database.jdbc(), database.transaction(), vault, accounts, clock);
        accounts.importSession(MAIN, STATE);
        accounts.importSession(SECOND, STATE);
    }

    private Health.State state() {
        return checkups.health(accounts.find(MAIN).orElseThrow(), List.of()).state();
    }

    @Test
    void countsCookiesAndTakesTheFirstEndOfThoseThatLogIn() {
        assertThat(checkups.session(MAIN)).contains(new SessionFacts(4, Instant.ofEpochSecond(1_800_000_000L)));
    }

    @Test
    void aProofMakesItReadyALogOutNotAndAnImportAsksAnew() {
        assertThat(state()).isEqualTo(Health.State.UNPROVED);
        assertThat(checkups.proved(MAIN, "7", Coins.of(12), NOW)).isEmpty();
        assertThat(state()).isEqualTo(Health.State.READY);
        assertThat(checkups.seen(MAIN).orElseThrow().coins()).isEqualTo(Coins.of(12));
        checkups.loggedOut(MAIN, "session_expired");
        assertThat(state()).isEqualTo(Health.State.LOGGED_OUT);
        assertThat(checkups.seen(MAIN).orElseThrow().provedAt()).isEqualTo(NOW);
        accounts.importSession(MAIN, STATE);
        assertThat(state()).isEqualTo(Health.State.UNPROVED);
    }

    @Test
    void aProofWithoutAWalletKeepsTheCoinsThatWereReadBefore() {
        checkups.proved(MAIN, "7", Coins.of(12), NOW);
        checkups.proved(MAIN, null, null, NOW.plusSeconds(60));
        var seen = checkups.seen(MAIN).orElseThrow();
        assertThat(seen.coins()).isEqualTo(Coins.of(12));
        assertThat(seen.coinsAt()).isEqualTo(NOW);
        assertThat(seen.userId()).isEqualTo("7");
        assertThat(seen.provedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void saysWhenASessionIsSomebodyElsesThanBefore() {
        checkups.proved(MAIN, "7", Coins.of(12), NOW);
        accounts.importSession(MAIN, STATE);
        assertThat(checkups.proved(MAIN, "8", Coins.of(12), NOW).orElseThrow().code())
                .isEqualTo("ANOTHER_USER");
        assertThat(state()).isEqualTo(Health.State.SHUT);
        accounts.clear(MAIN, "the books were looked at");
        assertThat(checkups.proved(MAIN, "8", Coins.of(12), NOW)).isEmpty();
        assertThat(state()).isEqualTo(Health.State.READY);
    }

    @Test
    void saysWhenTwoNamesAreOneWallet() {
        checkups.proved(MAIN, "7", Coins.of(12), NOW);
        var shut = checkups.proved(SECOND, "7", Coins.of(12), NOW).orElseThrow();
        assertThat(shut.code()).isEqualTo("SAME_ACCOUNT");
        assertThat(shut.sentence()).contains("as main:");
        assertThat(accounts.find(SECOND).orElseThrow().open()).isFalse();
    }

    @Test
    void aNameWhoseSessionWasReplacedIsNobodysTwin() {
        checkups.proved(MAIN, "7", Coins.of(12), NOW);
        accounts.importSession(MAIN, STATE);
        assertThat(checkups.proved(SECOND, "7", Coins.of(12), NOW)).isEmpty();
    }

    @Test
    void nothingIsNotedOfAnAccountThatIsGone() {
        accounts.remove(MAIN);
        checkups.proved(MAIN, "7", Coins.of(12), NOW);
        checkups.loggedOut(MAIN, "gone");
        assertThat(checkups.seen(MAIN)).isEmpty();
    }
}
