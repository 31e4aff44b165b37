package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that was put back: what it calls unfinished may have been finished since. */
@ParameterizedClass
@EnumSource(Vendor.class)
class RestorationModuleTest {

    private static final AccountId MAIN = new AccountId("main");

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    private PlayedLive live;

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
        live = new PlayedLive(4, new PlayedLive.Faults(), 1, 1_000);
    }

    private Workshop shop() {
        return database.workshop(
                (who, where, until) -> new Opening.NotOpened(Trouble.BROWSER_LOST, "nothing is opened"),
                new GroupMemory(),
                live);
    }

    private Workshop restored() {
        database.jdbc().sql("update database_mark set copied_at = 1").update();
        return shop();
    }

    private static void start(Workshop shop) {
        new Restoration(shop).begin();
        new Recovery(shop).recover();
    }

    @Test
    void everyGiftOfASendInTheMiddleThatIsNotProvedMayHaveLandedArmedOrNot() {
        var send = new PlayedSend(database, live, 60, true);
        live.at(Duration.ofSeconds(2), () -> {
            throw new PlayedSend.Crash();
        });
        send.runUntilItCrashes();

        start(restored());

        var receipt = database.rows().find(send.id).orElseThrow().receipt();
        assertThat(receipt.state()).isEqualTo(SendState.REVIEW);
        assertThat(receipt.confirmed() + receipt.unknown()).as("%s", receipt).isEqualTo(60);
        assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.RESTORED);
        var coins = database.ledger(live).ofSend(send.id.text());
        assertThat(coins.inDoubt()).as("its hold stays").isEqualTo(receipt.unknown());
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws()).isEmpty();
    }

    @Test
    void aSendThatHadNothingArmedYetIsReviewedToo() {
        var send = new PlayedSend(database, live, 10, true);

        start(restored());

        var receipt = database.rows().find(send.id).orElseThrow().receipt();
        assertThat(receipt.state()).isEqualTo(SendState.REVIEW);
        assertThat(receipt.unknown()).isEqualTo(10);
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws()).isEmpty();
    }

    @Test
    void noAccountIsOpenAndWhatWaitsWaitsUntilAPersonSaysSo() {
        var send = waiting();
        var shop = restored();
        shop.accounts().add(MAIN, true);
        start(shop);

        assertThat(shop.accounts().find(MAIN).orElseThrow().shut())
                .isNotNull()
                .satisfies(shut -> assertThat(shut.code()).isEqualTo("RESTORED"));
        assertThat(state(send)).isEqualTo(SendState.QUEUED);
        assertThat(new Restoration(shop).accept(null, "looked")).isEqualTo(new Accepted.SayWhatWaits(1));
        assertThat(shop.accounts().find(MAIN).orElseThrow().open()).isFalse();

        assertThat(new Restoration(shop).accept(Waiting.STOP, "looked"))
                .isInstanceOfSatisfying(Accepted.Done.class, done -> {
                    assertThat(done.accounts()).containsExactly("main");
                    assertThat(done.stopped()).containsExactly(send.text());
                });

        assertThat(state(send)).isEqualTo(SendState.STOPPED);
        assertThat(shop.accounts().find(MAIN).orElseThrow().open()).isTrue();
        assertThat(shop().restored()).as("at the next start").isNull();
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws()).isEmpty();
    }

    @Test
    void whatWaitsMayGoWhenAPersonKnowsBetterAndOtherReasonsStand() {
        var send = waiting();
        var shop = restored();
        shop.accounts().add(MAIN, true);
        shop.accounts().shut(MAIN, "CHALLENGED", "a challenge");
        start(shop);

        assertThat(new Restoration(shop).accept(Waiting.SEND, "looked")).isInstanceOf(Accepted.Done.class);

        assertThat(state(send)).isEqualTo(SendState.QUEUED);
        assertThat(shop.accounts().find(MAIN).orElseThrow().open()).isFalse();
        assertThat(new Restoration(shop).accept(null, "again")).isInstanceOf(Accepted.NothingRestored.class);
    }

    @Test
    void theNumberGrowsBeforeTheFirstArming() throws InterruptedException {
        var send = new PlayedSend(database, live, 5, true);
        var before = number();

        send.run();

        assertThat(number()).isGreaterThan(before);
    }

    private SendId waiting() {
        var send = new PlayedSend(database, live, 10, true);
        database.rows().move(send.id, SendState.PREPARING, SendState.QUEUED);
        return send.id;
    }

    private SendState state(SendId send) {
        return database.rows().find(send).orElseThrow().state();
    }

    private long number() {
        return database.jdbc()
                .sql("select generation from database_mark")
                .query(Long.class)
                .single();
    }
}
