package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * From one seed: an account, a few sends of it one after another, a LIVE and a wallet with faults, crashes at any moment
 * and around any commit, a database that goes away, stops, and the next starts of the daemon, until all has ended. Real
 * are the sender, the gate, the journal, the book, the recovery and the database; the rest is {@link PlayedLive}.
 */
final class World {

    private static final Duration ALL_HAS_LANDED = Duration.ofSeconds(51);
    /** Worlds of one database are no news to each other. */
    private static final Duration A_TIME_OF_ITS_OWN = Duration.ofHours(3);

    private static final int MOST_STARTS = 40;
    private static final Duration STOPPED_WITHIN = Duration.ofMillis(250);

    private final long seed;
    private final Random random;
    private final Database database;
    private final Commits commits;
    private final PlayedLive live;
    private final AccountId account;
    private final boolean usedAlone;
    private final Bug bug;
    private final List<String> trace = new ArrayList<>();
    private Workshop shop;
    private @Nullable SendId current;
    private @Nullable Sender sender;
    private @Nullable Instant stoppedAt;
    private int crashes;
    private boolean doubtsBefore;

    /**
     * @param bug what is planted into this world
     */
    World(long seed, Database database, Commits commits, Bug bug) {
        this.seed = seed;
        this.random = new Random(seed * 7919);
        this.database = database;
        this.commits = commits;
        this.live = new PlayedLive(seed, Troubles.of(random), price(seed), 5_000);
        this.account = new AccountId("w" + bug.ordinal() + "-" + seed);
        this.usedAlone = live.faults.coinsMoved == 0 && random.nextBoolean();
        this.bug = bug;
        live.trace = line -> trace.add(live.now() + " " + line);
        live.beforeBurst = order -> assertArmed(order.presses());
        live.afterPass = this::assertPermitted;
        live.pass(A_TIME_OF_ITS_OWN.multipliedBy(seed % SeedsModuleTest.WORLDS_OF_A_DATABASE));
        database.whenPaused = this::timePasses;
        shop = start();
        shop.accounts().add(account, true);
        shop.accounts().setUsedAlone(account, usedAlone || bug == Bug.GAP_ON_A_SHARED_ACCOUNT);
    }

    /** One for all worlds of a database: a price that moves is another's story. */
    private static long price(long seed) {
        return seed / SeedsModuleTest.WORLDS_OF_A_DATABASE % 2 == 0 ? 1 : 10;
    }

    /** Everything that the seed says; throws with the trace where a promise does not hold. */
    void run() throws InterruptedException {
        try {
            var sends = 1 + random.nextInt(3);
            for (var number = 0; number < sends; number++) {
                one();
            }
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", trace), broken);
        } finally {
            commits.mend();
            live.onTick = () -> {};
        }
    }

    private void one() throws InterruptedException {
        var quantity = 1 + random.nextInt(15);
        doubtsBefore = shop.rows().inDoubt(account) > 0;
        var id = submit(quantity);
        live.owner = id.text();
        current = id;
        stoppedAt = null;
        trace.add(live.now() + " send " + id + " of " + quantity + (usedAlone ? ", alone" : ", shared"));
        misfortunes();
        bug.plant(live, commits);
        for (var starts = 0; !row(id).state().ended(); starts++) {
            assertThat(starts).as("starts until an end").isLessThan(MOST_STARTS);
            carryOn(id);
        }
        commits.mend();
        live.onTick = () -> {};
        end(row(id), quantity);
    }

    private SendId submit(int quantity) {
        var order = new NewSend(new StreamerName("demo"), "5655", null, quantity, 12, account, null, null);
        var row = SendRow.queued(SendId.next(live, random), order, account, null, live.now(), "hash");
        assertThat(shop.books().enter(List.of(row), null, 10_000, Optional::empty))
                .isInstanceOf(Books.Queued.class);
        return row.id();
    }

    private void misfortunes() {
        if (random.nextInt(4) == 0) {
            live.at(Duration.ofMillis(random.nextInt(3_000)), this::stop);
        }
        if (random.nextInt(6) == 0) {
            live.at(Duration.ofMillis(random.nextInt(3_000)), live::breakDown);
        }
        switch (random.nextInt(8)) {
            case 0 -> crashAtTick(random.nextInt(300));
            case 1 -> commits.trouble(Commits.Trouble.CRASH_BEFORE, random.nextInt(8));
            case 2 -> commits.trouble(Commits.Trouble.CRASH_AFTER, random.nextInt(8));
            case 3 -> commits.trouble(Commits.Trouble.ANSWER_LOST, random.nextInt(8));
            case 4 -> commits.trouble(Commits.Trouble.AWAY, random.nextInt(8));
            default -> {}
        }
    }

    private void crashAtTick(int ticks) {
        var left = new int[] {ticks};
        live.onTick = () -> {
            if (left[0]-- == 0) {
                throw new PlayedSend.Crash();
            }
        };
    }

    private void stop() {
        var running = sender;
        if (running != null) {
            trace.add(live.now() + " stop");
            stoppedAt = live.now();
            running.stop(Ending.BY_MEMBER);
        }
    }

    /** One life of the daemon, or one turn of its queue: what was cut off is reconciled, what waits begins. */
    private void carryOn(SendId id) throws InterruptedException {
        try {
            if (row(id).state() != SendState.QUEUED) {
                reconcile();
            }
            if (row(id).state() == SendState.QUEUED
                    && new Claims(shop).next(account) instanceof Claims.Ready(var ready)) {
                sender = ready;
                if (stoppedAt != null) {
                    ready.stop(Ending.BY_MEMBER); // as the queue does, which remembers a stop that found nobody
                }
                ready.run();
                listenOn(ready);
            }
        } catch (PlayedSend.Crash crash) {
            crashes++;
            trace.add(live.now() + " crash");
            crashed();
        } catch (DataAccessException | TransactionException away) {
            trace.add(live.now() + " the database is away");
            timePasses();
        } catch (IllegalStateException lostRace) {
            assertThat(lostRace).hasMessageNotContaining("permits needed");
            trace.add(live.now() + " broke off: " + lostRace.getMessage());
        } finally {
            sender = null;
        }
    }

    /** As the queue does, until somebody wants the account. */
    private void listenOn(Sender ended) throws InterruptedException {
        try (var late = ended.late()) {
            if (late != null) {
                bug.beforeListening(shop, row(ended.id()), live.wallet);
                var patience = new int[] {random.nextInt(900)};
                late.hear(() -> patience[0]-- == 0);
            }
        }
    }

    private void crashed() {
        stoppedAt = null;
        live.reopen();
        live.onTick = () -> {};
        bug.atRestart(database, Objects.requireNonNull(current), live.takenOf.getOrDefault(live.owner, 0));
        shop = start();
        if (random.nextInt(4) == 0) {
            crashAtTick(random.nextInt(40));
        }
        live.pass(Duration.ofMillis(2_000 + random.nextInt(3_000)));
    }

    private void reconcile() throws InterruptedException {
        live.reopen();
        var recovery = new Recovery(shop);
        for (var row : shop.rows().inStates(Recovery.AT_WORK)) {
            if (recovery.takeUp(row)) {
                new Reconciling(shop, () -> false).reconcile(row.id());
            }
        }
    }

    private Workshop start() {
        var started = database.workshop((who, where, until) -> open(who), new GroupMemory(), live);
        new Recovery(started).remember();
        return started;
    }

    private Opening open(Account who) {
        live.pass(Duration.ofMillis(300 + random.nextInt(700)));
        if (random.nextInt(8) == 0) {
            return new Opening.NotOpened(Trouble.BROWSER_LOST, "no browser");
        }
        if (live.gone || random.nextBoolean()) {
            live.reopen();
        } else {
            live.again();
        }
        return new Opening.Opened(live);
    }

    private void timePasses() {
        live.pass(Duration.ofSeconds(1));
        if (random.nextInt(3) == 0) {
            commits.mend();
        }
    }

    private void assertArmed(int presses) {
        var atWork = shop.rows().inStates(Recovery.AT_WORK);
        assertThat(atWork).as("sends with armed permits").hasSize(1);
        var row = atWork.getFirst();
        assertThat(row.armed()).as("permits armed before a burst").isGreaterThanOrEqualTo(passed(row) + presses);
        if (stoppedAt != null) {
            assertThat(live.now()).as("a burst after a stop").isBefore(stoppedAt.plus(STOPPED_WITHIN));
        }
    }

    /** Of whatever send the page has in mind: what passed has a permit that is on disk, and was asked for. */
    private void assertPermitted(String send) {
        var row = row(new SendId(send));
        assertThat(passed(row)).as("passed").isLessThanOrEqualTo(row.armed()).isLessThanOrEqualTo(row.quantity());
    }

    private int passed(SendRow row) {
        return live.passedOf.getOrDefault(row.id().text(), 0);
    }

    private SendRow row(SendId id) {
        return database.rows().find(id).orElseThrow();
    }

    private void end(SendRow row, int asked) {
        trace.add(live.now() + " " + row.receipt());
        var receipt = row.receipt();
        live.pass(live.faults.landsLate > 0 ? ALL_HAS_LANDED : Duration.ofSeconds(random.nextInt(8)));
        var taken = live.takenOf.getOrDefault(row.id().text(), 0);
        var what = "truth " + taken + ", passed " + passed(row) + ": " + receipt;
        assertThat(passed(row)).as("permits consumed twice: " + what).isLessThanOrEqualTo(asked);
        assertThat(receipt.confirmed() + receipt.unknown()).as(what).isLessThanOrEqualTo(row.quantity());
        assertThat(receipt.confirmed())
                .as("confirmed beyond the truth: " + what)
                .isLessThanOrEqualTo(taken);
        assertThat(taken)
                .as("unaccounted: " + what)
                .isLessThanOrEqualTo(receipt.confirmed() + receipt.unknown() + receipt.excess() + beyondSight(row));
        if (stoppedAt != null) {
            var late = stoppedAt.plus(STOPPED_WITHIN);
            assertThat(live.pressTimes).as("presses after a stop").noneMatch(press -> press.isAfter(late));
        }
        resolve(row, taken);
        assertOpenAgain();
    }

    /** docs/decisions/0010: a repeat below the gate whose answer died, or whose echo was lost among others' coins. */
    private int beyondSight(SendRow row) {
        var hidden = live.breakdowns > 0
                || crashes > 0
                || live.faults.hideRepeats()
                || doubtsBefore
                || !usedAlone && live.faults.hideRepeatsAmongOthersCoins();
        return hidden ? live.repeatedOf.getOrDefault(row.id().text(), 0) : 0;
    }

    /** Its owner counts what landed; what the receipt says is possible must hold that. */
    private void resolve(SendRow row, int taken) {
        if (row.state() == SendState.REVIEW && random.nextBoolean()) {
            var most = row.outcome().confirmed() + row.outcome().unknown();
            var settled = new Review(shop).settle(row, Math.min(taken, most), "counted", "me");
            assertThat(settled).isInstanceOf(Resolved.Settled.class);
        }
    }

    private void assertOpenAgain() {
        var shut = shop.accounts().find(account).orElseThrow().shut();
        if (shut != null) {
            assertThat(shut.sentence()).as("why it is shut").isNotBlank();
            assertThat(shop.accounts().clear(account, "looked at it"))
                    .as("a way out")
                    .isTrue();
        }
    }
}
