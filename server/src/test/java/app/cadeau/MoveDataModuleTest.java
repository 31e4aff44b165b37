package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.money.Coins;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Hold;
import app.cadeau.spending.Ledger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A lived-in SQLite home goes to an embedded PostgreSQL. */
class MoveDataModuleTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path home;

    @BeforeEach
    void live() {
        try (var sqlite = new TestDatabase(Vendor.SQLITE, home)) {
            var jdbc = sqlite.jdbc();
            jdbc.sql("insert into accounts (name, exposure_cap, created_at) values ('main', 500, 3000000000000)")
                    .update();
            jdbc.sql("insert into account_sessions values ('main', x'00ff10', x'0102030405', 7)")
                    .update();
            for (var state : SendState.values()) {
                send(jdbc, state);
            }
            book(sqlite);
        }
    }

    private static String id(SendState state) {
        return "01M82DG5G0F85RASE15AVFYJB" + state.ordinal();
    }

    private static void send(JdbcClient jdbc, SendState state) {
        jdbc.sql("""
                insert into sends (id, body_hash, streamer, account, gift_asked, gift_name, price, quantity, cps_milli,
                    state, confirmed, unknown_gifts, queued_at)
                values (?, 'hash', 'demo', ?, 'Rose', 'Rose “ü” 🌹', 1, 10, 12000, ?, ?, ?, 1790000000000)""")
                .params(
                        id(state),
                        state == SendState.SETTLING ? "second" : "main", // one account is at work on one send
                        state.name(),
                        state == SendState.CONFIRMED ? 10 : 0,
                        state == SendState.REVIEW ? 10 : 0)
                .update();
        jdbc.sql("insert into send_journal values (?, 0, 1, 'PRESSES', '{\"count\":1}')")
                .param(id(state))
                .update();
    }

    private static void book(TestDatabase sqlite) {
        var budgets = new Budgets(sqlite.jdbc(), CLOCK, ZoneOffset.UTC);
        var ledger = new Ledger(sqlite.jdbc(), sqlite.transaction(), budgets, CLOCK);
        ledger.read("main", Coins.of(1000), "wallet call", CLOCK.instant());
        for (var send : new String[] {id(SendState.CONFIRMED), id(SendState.REVIEW), id(SendState.QUEUED)}) {
            assertThat(ledger.hold(new Hold("main", "@demo", send, Coins.of(10))))
                    .isEmpty();
        }
        var ten = Coins.of(10);
        ledger.settle(
                new Hold("main", "@demo", id(SendState.CONFIRMED), ten), ten, Coins.NONE, Coins.NONE, "CONFIRMED");
        ledger.settle(new Hold("main", "@demo", id(SendState.REVIEW), ten), Coins.NONE, ten, Coins.NONE, "REVIEW");
    }

    @Test
    void everyRowIsThereTheBookTiesAndTheOldFileIsRefused() {
        var url = TestDatabase.newPostgresUrl();

        var rows = Daemon.moveData(home, url);

        assertThat(rows)
                .containsEntry("sends", 9L)
                .containsEntry("send_journal", 9L)
                .containsEntry("ledger_entries", 6L)
                .containsEntry("account_sessions", 1L);
        var there = new SingleConnectionDataSource(url, true);
        try {
            var jdbc = JdbcClient.create(there);
            assertThat(Sends.audit(jdbc, CLOCK)).isEmpty();
            assertThat(jdbc.sql("select sealed from account_sessions")
                            .query(byte[].class)
                            .single())
                    .containsExactly(1, 2, 3, 4, 5);
            assertThat(jdbc.sql("select gift_name from sends where state = 'REVIEW'")
                            .query(String.class)
                            .single())
                    .isEqualTo("Rose “ü” 🌹");
        } finally {
            there.destroy();
        }
        assertThatThrownBy(() -> Daemon.moveData(home, TestDatabase.newPostgresUrl()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was moved to jdbc:postgresql://localhost")
                .hasMessageNotContaining("user=");
        assertThatThrownBy(() -> Daemon.start(home, Map.of("cadeau.port", "0")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("set CADEAU_DATABASE_URL");
    }

    @Test
    void aDatabaseThatIsNotEmptyIsRefusedAndNothingIsMarked() {
        var url = TestDatabase.newPostgresUrl();
        Daemon.moveData(home.resolve("another"), url);

        assertThatThrownBy(() -> Daemon.moveData(home, url))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not empty");
        assertThat(Daemon.moveData(home, TestDatabase.newPostgresUrl())).containsEntry("sends", 9L);
    }
}
