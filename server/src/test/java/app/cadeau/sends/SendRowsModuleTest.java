package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class SendRowsModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Random IDS = new Random(7);

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    private SendRows rows;

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
        rows = database.rows();
    }

    @Test
    void keepsAllThatWasAskedFor() {
        var send = send("main");
        assertThat(rows.insert(send, "key")).isTrue();
        assertThat(rows.find(send.id())).contains(send);
        assertThat(rows.byKey("key")).contains(send);
    }

    @Test
    void takesAnIdempotencyKeyOnceForEver() {
        assertThat(rows.insert(send("main"), "key")).isTrue();
        assertThat(rows.insert(send("main"), "key")).isFalse();
        assertThat(rows.insert(send("main"), null)).isTrue();
        assertThat(rows.insert(send("main"), null)).isTrue();
    }

    @Test
    void movesOnlyFromTheStateThatItIsIn() {
        var send = queued("main");
        assertThat(rows.move(send.id(), SendState.QUEUED, SendState.PREPARING)).isTrue();
        assertThat(rows.move(send.id(), SendState.QUEUED, SendState.PREPARING)).isFalse();
    }

    @Test
    void refusesMovesThatAreNotInTheTable() {
        var send = queued("main");
        assertThatThrownBy(() -> rows.move(send.id(), SendState.QUEUED, SendState.SENDING))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rows.end(send.id(), SendState.CONFIRMED, SendState.REVIEW, SendRow.Outcome.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsOneSendOfAnAccountWorkAtATime() {
        var first = queued("main");
        var second = queued("main");
        var elsewhere = queued("second");
        for (var send : new SendRow[] {first, second, elsewhere}) {
            rows.move(send.id(), SendState.QUEUED, SendState.PREPARING);
        }
        assertThat(rows.move(first.id(), SendState.PREPARING, SendState.SENDING))
                .isTrue();
        assertThat(rows.move(elsewhere.id(), SendState.PREPARING, SendState.SENDING))
                .isTrue();
        assertThatThrownBy(() -> rows.move(second.id(), SendState.PREPARING, SendState.SENDING))
                .hasMessageMatching("(?is).*unique constraint.*");
        assertThatThrownBy(() -> rows.armed(second.id(), 1)).hasMessageMatching("(?is).*unique constraint.*");
    }

    @Test
    void armsOnlyUpwardsAndOnlyAtWork() {
        var send = queued("main");
        assertThatThrownBy(() -> rows.armed(send.id(), 1)).hasMessageContaining("cannot arm");
        rows.move(send.id(), SendState.QUEUED, SendState.PREPARING);
        rows.armed(send.id(), 4);
        assertThatThrownBy(() -> rows.armed(send.id(), 4)).hasMessageContaining("cannot arm");
        assertThat(rows.find(send.id()).orElseThrow().armed()).isEqualTo(4);
    }

    @Test
    void pagesFromTheNewest() {
        var ids = new SendId[5];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = queuedAt(NOW.plusSeconds(i)).id();
        }
        var first = rows.page(new ListQuery(null, 2, null, null));
        assertThat(first).extracting(SendRow::id).containsExactly(ids[4], ids[3]);
        var next = rows.page(new ListQuery(ids[3], 2, SendState.QUEUED, new AccountId("main")));
        assertThat(next).extracting(SendRow::id).containsExactly(ids[2], ids[1]);
        assertThat(rows.page(new ListQuery(null, 2, SendState.REVIEW, null))).isEmpty();
        assertThat(rows.inStates(EnumSet.of(SendState.QUEUED))).hasSize(5);
    }

    private SendRow queued(String account) {
        var send = send(account);
        rows.insert(send, null);
        return send;
    }

    private SendRow queuedAt(Instant time) {
        var order = new NewSend(new StreamerName("demo"), "5655", null, 3, 1.5, null, null, null);
        var id = SendId.next(InstantSource.fixed(time), IDS);
        var send = SendRow.queued(id, order, new AccountId("main"), null, time, "hash");
        rows.insert(send, null);
        return send;
    }

    private static SendRow send(String account) {
        return send(account, null);
    }

    private static SendRow send(String account, @Nullable Instant notAfter) {
        var order = new NewSend(new StreamerName("@Demo"), "Rose", null, 100, 11.5, null, null, notAfter);
        var id = SendId.next(InstantSource.fixed(NOW), IDS);
        return SendRow.queued(id, order, new AccountId(account), null, NOW, "hash");
    }
}
