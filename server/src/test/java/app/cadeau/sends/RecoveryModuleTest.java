package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.livepage.Gatekeeper;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    void whatWasArmedIsNeverForgottenHoweverItWasCutOff() throws InterruptedException {
        for (var seed = 1; seed <= 40; seed++) {
            var live = new PlayedLive(seed, new PlayedLive.Faults(), 1, 1_000);
            var send = crashed(live, 60, seed % 2 == 0, Duration.ofMillis(100L * seed));

            recover(live, nothingOpens());

            var receipt = receipt(send);
            var what = "seed " + seed + " truth " + live.taken + " passed " + live.passed + " " + receipt;
            assertThat(receipt.state()).as(what).isEqualTo(SendState.REVIEW);
            assertThat(receipt.confirmed()).as(what).isLessThanOrEqualTo(live.taken);
            assertThat(live.passed).as(what).isLessThanOrEqualTo(receipt.confirmed() + receipt.unknown());
            assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.DAEMON_ENDED);
            database.rows().find(send.id).ifPresent(row -> resolved(live, row, live.taken));
        }
    }

    @Test
    void twoReadingsThatAgreeProveWhatIsGone() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var from = live.instant();

        recover(live, (who, where, until) -> new Opening.Opened(live));

        var receipt = receipt(send);
        assertThat(receipt.confirmed()).as(receipt.toString()).isEqualTo(live.taken);
        assertThat(receipt.confirmed() + receipt.unknown()).isEqualTo(armed(send));
        assertThat(receipt.witnesses().balance()).isTrue();
        var readings = database.journal().read(send.id).stream()
                .filter(Evidence.Reading.class::isInstance)
                .map(Evidence::at)
                .toList();
        assertThat(readings).hasSize(2);
        assertThat(readings.get(1)).isAfterOrEqualTo(readings.get(0).plus(Reconciling.APART));
        assertThat(live.instant()).isBefore(from.plus(Reconciling.ALTOGETHER));
    }

    @Test
    void untilItIsFoundOutAReceiptTellsWhatTheJournalProves() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var row = database.rows().find(send.id).orElseThrow();

        var told = new CutSend(row, database.journal().read(send.id)).soFar();

        assertThat(told.confirmed()).as(told.toString()).isBetween(1, live.taken);
        assertThat(told.confirmed() + told.unknown()).isEqualTo(armed(send));
        assertThat(told.finishedAt()).isNull();
        assertThat(told.reason()).isNull();
    }

    @Test
    void coinsThatStillMoveAreWaitedFor() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var before = live.taken;
        live.at(Duration.ofSeconds(20), () -> live.arriveLate(1)); // was on its way when all ended

        recover(live, (who, where, until) -> new Opening.Opened(live));

        assertThat(live.taken).isGreaterThan(before);
        assertThat(receipt(send).confirmed()).as(receipt(send).toString()).isEqualTo(live.taken);
    }

    @Test
    void givesUpAfterNinetySecondsWithoutAgreement() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var from = live.instant();

        recover(live, nothingOpens());

        assertThat(receipt(send).state()).isEqualTo(SendState.REVIEW);
        assertThat(receipt(send).firstPressAt()).isBefore(from);
        assertThat(receipt(send).cpsAchieved()).isBetween(10.0, 13.0);
        assertThat(Duration.between(from, live.instant()))
                .isBetween(Reconciling.ALTOGETHER, Reconciling.ALTOGETHER.plusSeconds(10));
        assertThat(database.ledger(live).held(send.id.text())).isZero();
        assertThat(database.ledger(live).ofSend(send.id.text()).inDoubt())
                .isEqualTo(receipt(send).unknown());
    }

    @Test
    void noReadingProvesAnythingOnASharedAccountOrBesideAnotherReview() throws InterruptedException {
        var shared = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var first = crashed(shared, 60, false, Duration.ofSeconds(3));
        recover(shared, neverAsked());
        assertThat(receipt(first).confirmed())
                .isLessThanOrEqualTo(receipt(first).witnesses().echo());

        var alone = new PlayedLive(8, new PlayedLive.Faults(), 1, 1_000);
        var second = crashed(alone, 60, true, Duration.ofSeconds(3));
        recover(alone, neverAsked());
        assertThat(receipt(second).state()).isEqualTo(SendState.REVIEW);
    }

    @Test
    void aSecondCrashWhileTheWalletIsReadChangesNothing() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var journal = database.journal().read(send.id);
        live.at(Duration.ofSeconds(12), () -> {
            throw new PlayedSend.Crash();
        });
        LivePages opens = (who, where, until) -> new Opening.Opened(live);

        assertThatThrownBy(() -> recover(live, opens)).isInstanceOf(PlayedSend.Crash.class);
        assertThat(database.journal().read(send.id)).isEqualTo(journal);

        recover(live, opens);
        assertThat(receipt(send).confirmed()).isEqualTo(live.taken);
        assertThat(receipt(send).confirmed() + receipt(send).unknown()).isEqualTo(armed(send));
    }

    @Test
    void anOldFirstReadingProvesNothingUntilAnAnswerBoreItOut() throws InterruptedException {
        for (var seed = 1; seed <= 30; seed++) {
            var faults = new PlayedLive.Faults();
            faults.staleBy = 3;
            var live = new PlayedLive(seed, faults, 1, 1_000);
            var send = crashed(live, 60, true, Duration.ofMillis(30L * seed));

            recover(live, (who, where, until) -> new Opening.Opened(live));

            var receipt = receipt(send);
            var what = "seed " + seed + " truth " + live.taken + " " + receipt;
            assertThat(receipt.confirmed()).as(what).isLessThanOrEqualTo(live.taken);
            assertThat(receipt.excess()).as(what).isZero();
            assertThat(live.taken).as(what).isLessThanOrEqualTo(receipt.confirmed() + receipt.unknown());
            if (receipt.state() == SendState.REVIEW) {
                resolved(live, database.rows().find(send.id).orElseThrow(), live.taken);
            }
        }
    }

    @Test
    void anAnswerReadBeforeTheCrashStillShutsTheAccount() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var unusual =
                new Evidence.Answer("r99", 200, 4006063, null, null, null, null, null, false, true, live.instant());
        database.journal().append(send.id, database.journal().length(send.id), List.of(unusual));

        recover(live, neverAsked());

        assertThat(receipt(send).state()).isEqualTo(SendState.REVIEW);
        assertThat(shut(live)).isEqualTo("REFUSED_BY_PLATFORM");
    }

    @Test
    void aChallengeOnTheFreshPageShutsTheAccountAndNoOtherIsOpened() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 1, 1_000);
        var send = crashed(live, 60, true, Duration.ofSeconds(3));
        var opened = new AtomicInteger();

        recover(live, (who, where, until) -> {
            opened.incrementAndGet();
            return new Opening.NotOpened(Trouble.CHALLENGED, "a puzzle");
        });

        assertThat(opened).hasValue(1);
        assertThat(receipt(send).state()).isEqualTo(SendState.REVIEW);
        assertThat(shut(live)).isEqualTo("CHALLENGED");
    }

    @Test
    void anAccountThatDoubtsShutNamesTheSendsToResolve() throws InterruptedException {
        var live = new PlayedLive(7, new PlayedLive.Faults(), 100, 100_000);
        var send = crashed(live, 60, false, Duration.ofSeconds(3));

        recover(live, nothingOpens());

        var account = database.accounts(live).find(new AccountId("main")).orElseThrow();
        assertThat(receipt(send).coinsInDoubt()).isGreaterThanOrEqualTo(500);
        assertThat(account.shut()).isNotNull();
        assertThat(account.shut().sentence()).contains(send.id.text());
    }

    private String shut(PlayedLive live) {
        var shut = database.accounts(live)
                .find(new AccountId("main"))
                .orElseThrow()
                .shut();
        return shut == null ? "open" : shut.code();
    }

    @Test
    void queuesAgainWhatHadNothingArmed() {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 10, true);

        new Recovery(shop(live, nothingOpens())).recover();

        assertThat(database.rows().find(send.id).orElseThrow().state()).isEqualTo(SendState.QUEUED);
    }

    @Test
    void leavesEndedSendsAlone() throws InterruptedException {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 10, true);
        var receipt = send.run();

        assertThat(new Recovery(shop(live, nothingOpens())).recover()).isZero();

        assertThat(database.rows().find(send.id).orElseThrow().receipt()).isEqualTo(receipt);
    }

    @Test
    void aPersonSettlesAReviewWithinWhatIsPossible() throws InterruptedException {
        var live = new PlayedLive(4, new PlayedLive.Faults(), 1, 1_000);
        var send = new PlayedSend(database, live, 60, true);
        live.at(Duration.ofSeconds(2), () -> {
            throw new PlayedSend.Crash();
        });
        send.runUntilItCrashes();
        recover(live, nothingOpens());
        var row = database.rows().find(send.id).orElseThrow();
        var review = new Review(shop(live, nothingOpens()));
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

    private PlayedSend crashed(PlayedLive live, int quantity, boolean usedAlone, Duration after) {
        var send = new PlayedSend(database, live, quantity, usedAlone);
        live.at(after, () -> {
            live.gate(Gatekeeper.SHUT);
            throw new PlayedSend.Crash();
        });
        send.runUntilItCrashes();
        return send;
    }

    /** The next start of the daemon, until all is reconciled. */
    private void recover(PlayedLive live, LivePages pages) throws InterruptedException {
        database.whenPaused = () -> live.next(Duration.ofSeconds(5));
        var shop = shop(live, pages);
        if (shop.accounts().find(new AccountId("main")).isEmpty()) {
            shop.accounts().add(new AccountId("main"), true);
        }
        var recovery = new Recovery(shop);
        for (var row : shop.rows().inStates(Recovery.AT_WORK)) {
            if (recovery.takeUp(row)) {
                new Reconciling(shop, () -> false).reconcile(row.id());
            }
        }
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws())
                .as("the book")
                .isEmpty();
    }

    private void resolved(PlayedLive live, SendRow row, int landed) {
        var settled = new Review(shop(live, nothingOpens())).settle(row, landed, "counted", "me");
        assertThat(settled).isInstanceOf(Resolved.Settled.class);
    }

    private Receipt receipt(PlayedSend send) {
        return database.rows().find(send.id).orElseThrow().receipt();
    }

    private int armed(PlayedSend send) {
        return database.rows().find(send.id).orElseThrow().armed();
    }

    private static LivePages nothingOpens() {
        return (who, where, until) -> new Opening.NotOpened(Trouble.OFF_AIR, "nobody is on air");
    }

    private static LivePages neverAsked() {
        return (who, where, until) -> {
            throw new AssertionError("a page was opened");
        };
    }

    private Workshop shop(PlayedLive live, LivePages pages) {
        return database.workshop(pages, new GroupMemory(), live);
    }
}
