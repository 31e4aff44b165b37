package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What earlier sends may still show in the stream is known after a start of the daemon too. */
@ParameterizedClass
@EnumSource(Vendor.class)
class EarlierSendsModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    private final PlayedLive live = new PlayedLive(4, new PlayedLive.Faults(), 1, 1_000);

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
    }

    @Test
    void theNextStartReadsWhatTheLastSendsHold() throws InterruptedException {
        live.faults.lostTaken = 0.3;
        var receipt = new PlayedSend(database, live, 20, true).run();

        var floors = floorsOfTheNextStart();

        assertThat(floors.byGroup())
                .hasSize(1)
                .allSatisfy((group, count) -> assertThat(count)
                        .isGreaterThanOrEqualTo(receipt.witnesses().response()));
        assertThat(floors.byGroup().values().iterator().next() + floors.strays())
                .isGreaterThanOrEqualTo(live.taken);
    }

    @Test
    void afterTwoMinutesNoStrayIsExpectedAnyMore() throws InterruptedException {
        live.faults.lostNotTaken = 1;
        new PlayedSend(database, live, 3, true).run();
        assertThat(floorsOfTheNextStart().strays()).isEqualTo(live.passed);

        live.pass(Duration.ofMinutes(2));

        assertThat(floorsOfTheNextStart().strays()).isZero();
    }

    @Test
    void aJournalOfBeforeThereWereStraysIsRead() {
        var send = new PlayedSend(database, live, 1, true).id;
        database.jdbc()
                .sql("insert into send_journal (send_id, seq, at, kind, line) values (?, 0, 5, 'AIM', ?)")
                .params(
                        send.text(),
                        "{\"roomId\":\"7001\",\"hostId\":null,\"ownUserId\":\"42\",\"floors\":{\"g\":3},\"at\":\"1970-01-01T00:00:00.005Z\"}")
                .update();

        assertThat(database.journal().read(send))
                .containsExactly(new Evidence.Aim("7001", null, "42", Map.of("g", 3), null, Instant.ofEpochMilli(5)));
    }

    private GroupFloors floorsOfTheNextStart() {
        var shop = database.workshop(
                (who, where, until) -> new Opening.NotOpened(Trouble.OFF_AIR, "nobody is on air"),
                new GroupMemory(),
                live);
        new Recovery(shop).recover();
        var terms = new Terms(20, PlayedLive.ROSE, 1, PlayedLive.ROOM, PlayedLive.HOST, PlayedLive.US, true, true);
        return shop.groups().floors(new AccountId("main"), terms, live.now());
    }
}
