package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
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

/** A crash is an error thrown out of the sender: nothing after it runs, and only what was committed is there. */
@ParameterizedClass
@EnumSource(Vendor.class)
class RecoveryModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
    }

    @Test
    void putsWhatWasArmedAndIsNotProvedIntoReview() {
        for (var seed = 1; seed <= 40; seed++) {
            var live = new PlayedLive(seed, new PlayedLive.Faults(), 1, 1_000);
            var send = new PlayedSend(database, live, 60, seed % 2 == 0);
            live.at(Duration.ofMillis(100L * seed), () -> {
                throw new PlayedSend.Crash();
            });

            send.runUntilItCrashes();
            recovery(live).recover();

            var receipt = database.rows().find(send.id).orElseThrow().receipt();
            var what = "seed " + seed + " truth " + live.taken + " passed " + live.passed + " " + receipt;
            assertThat(receipt.state()).as(what).isEqualTo(SendState.REVIEW);
            assertThat(receipt.confirmed()).as(what).isLessThanOrEqualTo(live.passed);
            assertThat(live.passed).as(what).isLessThanOrEqualTo(receipt.confirmed() + receipt.unknown());
            assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.DAEMON_ENDED);
        }
    }

    @Test
    void queuesAgainWhatHadNothingArmed() {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 10, true);

        recovery(live).recover();

        assertThat(database.rows().find(send.id).orElseThrow().state()).isEqualTo(SendState.QUEUED);
    }

    @Test
    void leavesEndedSendsAlone() throws InterruptedException {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 10, true);
        var receipt = send.run();

        assertThat(recovery(live).recover()).isZero();

        assertThat(database.rows().find(send.id).orElseThrow().receipt()).isEqualTo(receipt);
    }

    @Test
    void aPersonSettlesAReviewWithinWhatIsPossible() {
        var live = new PlayedLive(4, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 60, true);
        live.at(Duration.ofSeconds(2), () -> {
            throw new PlayedSend.Crash();
        });
        send.runUntilItCrashes();
        recovery(live).recover();
        var row = database.rows().find(send.id).orElseThrow();
        var review = new Review(shop(live));
        var possible = row.outcome().confirmed() + row.outcome().unknown();

        assertThat(review.settle(row, possible + 1, "counted", "me")).isInstanceOf(Resolved.Wrong.class);
        assertThat(review.settle(row, row.outcome().confirmed() - 1, "counted", "me"))
                .isInstanceOf(Resolved.Wrong.class);
        assertThat(review.settle(row, possible, " ", "me")).isInstanceOf(Resolved.Wrong.class);
        assertThat(review.settle(row, possible, "counted on the phone", "me"))
                .isInstanceOfSatisfying(Resolved.Settled.class, settled -> {
                    assertThat(settled.receipt().confirmed()).isEqualTo(possible);
                    assertThat(settled.receipt().unknown()).isZero();
                    assertThat(settled.receipt().state()).isEqualTo(SendState.PARTIAL);
                });
        assertThat(review.settle(row, possible, "again", "me")).isInstanceOf(Resolved.NotPossible.class);
        assertThat(database.journal().read(send.id)).last().isInstanceOf(Evidence.Settlement.class);
    }

    private Recovery recovery(PlayedLive live) {
        return new Recovery(shop(live));
    }

    private Workshop shop(PlayedLive live) {
        return database.workshop(
                (who, where, until) -> new Opening.NotOpened(Trouble.BROWSER_LOST, "nothing is opened after a crash"),
                new GroupMemory(),
                live);
    }
}
