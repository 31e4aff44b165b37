package app.cadeau.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.money.Coins;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class LedgerModuleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId UTC = ZoneOffset.UTC;

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    private TestDatabase database;
    private Instant now = NOON;
    private Budgets budgets;
    private Ledger ledger;

    @BeforeEach
    void open() {
        database = new TestDatabase(vendor, folder);
        InstantSource clock = () -> now;
        budgets = new Budgets(database.jdbc(), clock, UTC);
        ledger = new Ledger(database.jdbc(), database.transaction(), budgets, clock);
        read(1_000);
    }

    @Test
    void reservesSpendsAndFreesTheRest() {
        assertThat(hold("s1", 100)).isEmpty();
        assertThat(ledger.balance("main")).isEqualTo(new Balance("main", 1_000, 100, 0, 0, NOON));

        ledger.settle(send("s1"), Coins.of(97), Coins.NONE, Coins.NONE, "PARTIAL");

        assertThat(ledger.balance("main")).isEqualTo(new Balance("main", 903, 0, 0, 0, NOON));
        assertThat(ledger.ofSend("s1")).isEqualTo(new Ledger.SendCoins(97, 0, 0));
        assertTies();
    }

    @Test
    void keepsWhatIsInDoubtReservedUntilItIsResolved() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(90), Coins.of(10), Coins.NONE, "REVIEW");
        assertThat(ledger.balance("main").inDoubt()).isEqualTo(10);

        ledger.resolve(send("s1"), Coins.of(4), Coins.NONE, "counted on the phone");

        assertThat(ledger.balance("main")).isEqualTo(new Balance("main", 906, 0, 0, 0, NOON));
        assertThat(ledger.ofSend("s1")).isEqualTo(new Ledger.SendCoins(94, 0, 0));
        assertTies();
    }

    @Test
    void whatStaysInDoubtStaysReserved() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(90), Coins.of(10), Coins.NONE, "REVIEW");

        ledger.resolve(send("s1"), Coins.of(3), Coins.of(5), "REVIEW");
        assertThat(ledger.ofSend("s1")).isEqualTo(new Ledger.SendCoins(93, 0, 5));
        assertThatThrownBy(() -> ledger.resolve(send("s1"), Coins.of(3), Coins.of(3), "more than there is"))
                .isInstanceOf(IllegalStateException.class);
        assertTies();
    }

    @Test
    void believesAnyReadingThatTheDoubtExplains() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(90), Coins.of(10), Coins.NONE, "REVIEW");

        read(910);
        read(905);
        read(900);

        assertThat(ledger.balance("main").suspense()).isZero();
        assertTies();
    }

    @Test
    void putsCoinsThatMoveWithoutUsToSuspense() {
        read(940);
        assertThat(ledger.balance("main").suspense()).isEqualTo(60);
        read(1_500);
        assertThat(ledger.balance("main")).isEqualTo(new Balance("main", 1_500, 0, 0, -500, NOON));
        assertTies();
    }

    @Test
    void putsAnExcessToSuspenseSoThatTheReadingTies() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(100), Coins.NONE, Coins.of(1), "excess");
        read(899);
        assertThat(ledger.balance("main").suspense()).isEqualTo(1);
        assertTies();
    }

    @Test
    void neverEndsASendWithMoreThanItHeld() {
        hold("s1", 10);
        assertThatThrownBy(() -> ledger.settle(send("s1"), Coins.of(8), Coins.of(3), Coins.NONE, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s1");
        assertThat(ledger.ofSend("s1")).isEqualTo(new Ledger.SendCoins(0, 10, 0));
    }

    @Test
    void aSendHoldsOnce() {
        hold("s1", 10);
        assertThatThrownBy(() -> hold("s1", 10)).isInstanceOf(RuntimeException.class);
        assertThat(ledger.balance("main").held()).isEqualTo(10);
        assertTies();
    }

    @Test
    void eachBudgetRefusesInItsOwnWords() {
        budgets.set(new Budget(Budget.Scope.ALL, "", Budget.Period.SEND, 500L));
        budgets.set(new Budget(Budget.Scope.STREAMER, "@demo", Budget.Period.HOUR, 120L));
        budgets.set(new Budget(Budget.Scope.ACCOUNT, "main", Budget.Period.DAY, 200L));

        assertThat(refused(hold("big", 501))).contains("the budget of one send allows 500");
        assertThat(hold("s1", 100)).isEmpty();
        assertThat(refused(hold("s2", 21))).contains("the budget of an hour for @demo allows 120, of which 100");
        ledger.settle(send("s1"), Coins.of(100), Coins.NONE, Coins.NONE, "CONFIRMED");
        now = NOON.plus(Duration.ofMinutes(61));
        assertThat(hold("s3", 100)).isEmpty();
        ledger.settle(send("s3"), Coins.of(100), Coins.NONE, Coins.NONE, "CONFIRMED");
        now = now.plus(Duration.ofMinutes(61));
        assertThat(refused(hold("s4", 1))).contains("the budget of a day of account main allows 200, of which 200");
        now = NOON.plus(Duration.ofHours(12));
        assertThat(hold("s5", 1)).isEmpty();
    }

    @Test
    void whatIsInDoubtCountsAgainstABudgetForAsLongAsItIs() {
        budgets.set(new Budget(Budget.Scope.ALL, "", Budget.Period.HOUR, 100L));
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.NONE, Coins.of(100), Coins.NONE, "REVIEW");
        now = NOON.plus(Duration.ofHours(5));
        assertThat(hold("s2", 1)).isPresent();
        ledger.resolve(send("s1"), Coins.NONE, Coins.NONE, "none landed");
        assertThat(hold("s2", 1)).isEmpty();
    }

    @Test
    void aLiftedBudgetRefusesNothing() {
        var lifted = new Budget(Budget.Scope.ALL, "", Budget.Period.HOUR, null);
        budgets.set(lifted);
        assertThat(budgets.list()).contains(lifted);
        assertThat(budgets.refusal("main", "@demo", 50_000)).isEmpty();
    }

    @Test
    void keepsAFloorUnderTheBalance() {
        assertThat(budgets.floor("main", Coins.of(1_000), 1_000)).isEmpty();
        budgets.set(new Budget(Budget.Scope.ACCOUNT, "main", Budget.Period.FLOOR, 200L));
        assertThat(budgets.floor("main", Coins.of(1_000), 800)).isEmpty();
        assertThat(refused(budgets.floor("main", Coins.of(1_000), 801)))
                .contains("leave 199 coins")
                .contains("keeps 200");
    }

    @Test
    void aStatementTiesItsDay() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(100), Coins.NONE, Coins.NONE, "CONFIRMED");
        now = NOON.plus(Duration.ofDays(1));
        read(880);

        var today = ledger.statement("main", LocalDate.of(2026, 11, 22), UTC);
        assertThat(today.opening()).isZero();
        assertThat(today.closing()).isEqualTo(900);
        assertThat(today.lines()).extracting(Statement.Line::coins).containsExactly(1_000L, 0L, -100L);
        var tomorrow = ledger.statement("main", LocalDate.of(2026, 11, 23), UTC);
        assertThat(tomorrow.opening()).isEqualTo(900);
        assertThat(tomorrow.lines()).extracting(Statement.Line::coins).containsExactly(-20L);
        assertThat(tomorrow.closing()).isEqualTo(880);
    }

    @Test
    void whateverIsChangedInTheBookShows() {
        hold("s1", 100);
        ledger.settle(send("s1"), Coins.of(97), Coins.NONE, Coins.NONE, "PARTIAL");
        for (var change : new String[] {
            "update ledger_postings set coins = coins + 1 where entry = 2 and line = 0",
            "update ledger_postings set coins = coins * 2 where entry = 3",
            "update ledger_postings set account = 'second' where entry = 3",
            "update ledger_entries set note = 'CONFIRMED' where seq = 3",
            "update ledger_entries set at = at + 1 where seq = 1",
            "delete from ledger_postings where entry = 3 and line > 1",
            "update ledger_head set seq = 4",
        }) {
            database.transaction().executeWithoutResult(status -> {
                database.jdbc().sql(change).update();
                assertThat(ledger.verify()).as(change).isNotEmpty();
                status.setRollbackOnly();
            });
        }
        assertTies();
    }

    /** Random lives of sends and readings, checked against sums kept beside them. */
    @Test
    void tiesAfterAnythingThatCanHappen() {
        var seed = Long.getLong("cadeau.seed", new Random().nextLong());
        var chance = new Random(seed);
        long wallet = 1_000;
        long spent = 0;
        for (var i = 0; i < 200; i++) {
            var cost = 1 + chance.nextInt(50);
            hold("r" + i, cost);
            var gone = chance.nextInt(cost + 1);
            var doubt = chance.nextInt(cost - gone + 1);
            ledger.settle(send("r" + i), Coins.of(gone), Coins.of(doubt), Coins.NONE, "");
            var landed = doubt == 0 ? 0 : chance.nextInt(doubt + 1);
            spent += gone + landed;
            wallet += chance.nextInt(100) - 20;
            wallet -= gone + landed;
            if (chance.nextBoolean() && wallet >= 0) {
                read(wallet);
            }
            ledger.resolve(send("r" + i), Coins.of(landed), Coins.NONE, "");
            wallet = Math.max(0, wallet);
        }
        read(wallet);
        var balance = ledger.balance("main");
        assertThat(balance.coins()).as("seed %s", seed).isEqualTo(wallet);
        assertThat(balance.inDoubt()).isZero();
        assertThat(balance.held()).isZero();
        assertThat(balance.suspense()).as("seed %s", seed).isEqualTo(1_000 - wallet - spent);
        assertTies();
    }

    private void assertTies() {
        assertThat(ledger.verify()).isEmpty();
    }

    private Optional<Refusal> hold(String send, long coins) {
        return ledger.hold(new Hold("main", "@demo", send, Coins.of(coins)));
    }

    private static Hold send(String id) {
        return new Hold("main", "@demo", id, Coins.NONE);
    }

    private void read(long coins) {
        ledger.read("main", Coins.of(coins), "wallet call", now);
    }

    private static String refused(Optional<Refusal> refusal) {
        return refusal.orElseThrow().sentence();
    }
}
