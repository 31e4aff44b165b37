package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Opening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform that sits on the first gift for 40 to 50 s: the send has ended in REVIEW when its answer comes. */
@ParameterizedClass
@EnumSource(Vendor.class)
class LateEvidenceModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    private final Random ids = new Random(5);
    private final PlayedLive live = new PlayedLive(11, new PlayedLive.Faults(), 1, 1_000);

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
        live.faults.landsLate = 1;
        live.faults.landsLateFrom = 40_000;
    }

    @Test
    void anAnswerAfterTheEndProvesAGiftOfAnAccountUsedAlone() throws InterruptedException {
        var send = reviewed(true);
        listenOn(send);

        assertThat(live.taken).isEqualTo(1);
        assertThat(receipt(send).state()).as("%s", receipt(send)).isEqualTo(SendState.CONFIRMED);
        assertThat(receipt(send).reason()).isNull();
        assertTies();
    }

    @Test
    void onASharedAccountItIsTheEchoThatProvesIt() throws InterruptedException {
        var send = reviewed(false);
        listenOn(send);

        assertThat(receipt(send).state()).as("%s", receipt(send)).isEqualTo(SendState.CONFIRMED);
        assertThat(receipt(send).witnesses().echo()).isEqualTo(1);
        assertTies();
    }

    @Test
    void aWalletThatShowsNothingGoneSettlesNothing() throws InterruptedException {
        live.faults.landsLate = 0;
        live.faults.lostNotTaken = 1;
        var send = reviewed(true);
        var unknown = receipt(send).unknown();
        listenOn(send);

        assertThat(live.taken).isZero();
        assertThat(receipt(send).state()).isEqualTo(SendState.REVIEW);
        assertThat(receipt(send).unknown()).isEqualTo(unknown);
        assertTies();
    }

    @Test
    void whatAPersonSettledStays() throws InterruptedException {
        var send = reviewed(true);
        var row = database.rows().find(send.id).orElseThrow();
        var shop = database.workshop((who, where, until) -> new Opening.Opened(live), new GroupMemory(), live);
        assertThat(new Review(shop).settle(row, 0, "not in the history", "me")).isInstanceOf(Resolved.Settled.class);
        var lines = database.journal().length(send.id);
        listenOn(send);

        assertThat(receipt(send).confirmed()).isZero();
        assertThat(receipt(send).state()).isEqualTo(SendState.REFUSED);
        assertThat(database.journal().length(send.id)).isEqualTo(lines);
        assertTies();
    }

    @Test
    void aPersonWhoComesTooLateIsToldSo() throws InterruptedException {
        var send = reviewed(true);
        var before = database.rows().find(send.id).orElseThrow();
        listenOn(send);
        var lines = database.journal().length(send.id);
        var shop = database.workshop((who, where, until) -> new Opening.Opened(live), new GroupMemory(), live);

        assertThat(new Review(shop).settle(before, 0, "too late", "me")).isInstanceOf(Resolved.NotPossible.class);
        assertThat(database.journal().length(send.id)).isEqualTo(lines);
        assertThat(receipt(send).confirmed()).isEqualTo(1);
    }

    /** Both wait in the table: the first is listened for no longer than until the second may begin. */
    @Test
    void theNextSendOfTheAccountDoesNotWaitForWhatMayNeverCome() {
        live.faults.landsLate = 0;
        live.faults.lostNotTaken = 1;
        database.close();
        database = Database.pooled(vendor, folder);
        var opened = Collections.synchronizedList(new ArrayList<Instant>());
        var shop = database.workshop(
                (who, where, until) -> {
                    opened.add(live.now());
                    live.reopen();
                    return new Opening.Opened(live);
                },
                new GroupMemory(),
                live);
        shop.accounts().add(new AccountId("main"), true);
        var first = waits(shop);
        var second = waits(shop);
        try (var queue = new SendQueue(shop, () -> 1)) {
            queue.start();
            PlayedQueue.await(() -> List.of(first, second).stream()
                    .allMatch(id -> database.rows().find(id).orElseThrow().state() == SendState.REVIEW));
            var end = database.rows().find(first).orElseThrow().outcome().finishedAt();
            assertThat(opened).hasSize(2);
            assertThat(Duration.between(end, opened.get(1))).isLessThan(Duration.ofSeconds(5));
            queue.close();
            queue.awaitIdle(Duration.ofSeconds(10));
        }
    }

    private SendId waits(Workshop shop) {
        var order = new NewSend(
                new StreamerName("demo"), "5655", null, 1, 12, new AccountId("main"), null, null, Priority.NORMAL);
        var id = SendId.next(live, ids);
        var row = SendRow.queued(id, order, new AccountId("main"), null, live.now(), "hash");
        assertThat(shop.books().enter(List.of(row), null, 10, Optional::empty)).isInstanceOf(Books.Queued.class);
        return id;
    }

    private PlayedSend reviewed(boolean usedAlone) throws InterruptedException {
        var send = new PlayedSend(database, live, 1, usedAlone);
        assertThat(send.run().state()).as("%s", receipt(send)).isEqualTo(SendState.REVIEW);
        return send;
    }

    private static void listenOn(PlayedSend send) {
        assertThat(send.sender.late()).isNotNull();
        LateEvidence.hear(send.sender.late(), account -> false);
    }

    private Receipt receipt(PlayedSend send) {
        return database.rows().find(send.id).orElseThrow().receipt();
    }

    private void assertTies() {
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws())
                .as("the book")
                .isEmpty();
    }
}
