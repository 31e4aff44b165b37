package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.BurstOrder;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.money.Coins;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One send carried through a {@link PlayedLive} by the real sender, with the real journal on real SQLite. */
final class PlayedSend {

    private static final Random IDS = new Random(1);
    private static final AccountId MAIN = new AccountId("main");

    final PlayedLive live;
    final Sender sender;
    final SendId id;
    final Database database;

    PlayedSend(Database database, PlayedLive live, int quantity, boolean usedAlone) {
        this(database, live, quantity, usedAlone, null, new GroupMemory());
    }

    /** On pages that may not open. */
    PlayedSend(Database database, PlayedLive live, LivePages pages, int quantity) {
        this(database, live, pages, quantity, true, null, new GroupMemory());
    }

    PlayedSend(
            Database database,
            PlayedLive live,
            int quantity,
            boolean usedAlone,
            @Nullable Instant notAfter,
            GroupMemory groups) {
        this(database, live, (who, where, until) -> new Opening.Opened(live), quantity, usedAlone, notAfter, groups);
    }

    private PlayedSend(
            Database database,
            PlayedLive live,
            LivePages pages,
            int quantity,
            boolean usedAlone,
            @Nullable Instant notAfter,
            GroupMemory groups) {
        this.live = live;
        this.database = database;
        var account = new Account(MAIN, usedAlone, Coins.of(500), null);
        var shop = database.workshop(pages, groups, live);
        var order = new NewSend(new StreamerName("demo"), "5655", null, quantity, 12, MAIN, null, notAfter);
        id = SendId.next(live, IDS);
        var row = SendRow.queued(id, order, MAIN, null, live.instant(), "hash");
        assertThat(shop.books().enter(List.of(row), null, 10, Optional::empty)).isInstanceOf(Books.Queued.class);
        database.rows().move(id, SendState.QUEUED, SendState.PREPARING);
        live.beforeBurst = this::seeThatItIsArmed;
        sender = new Sender(database.rows().find(id).orElseThrow(), account, shop);
    }

    /** Fails the test when a burst begins whose permits are not in the table yet. */
    private void seeThatItIsArmed(BurstOrder order) {
        var armed = database.rows().find(id).orElseThrow().armed();
        assertThat(armed).as("permits armed before a burst").isGreaterThanOrEqualTo(live.passed + order.presses());
    }

    Receipt run() throws InterruptedException {
        sender.run();
        assertThat(new Audit(database.rows(), database.ledger(live)).flaws())
                .as("the book")
                .isEmpty();
        return database.rows().find(id).orElseThrow().receipt();
    }

    /** Thrown out of the sender: nothing after it runs, and only what was committed is there. */
    static final class Crash extends Error {}

    void runUntilItCrashes() {
        try {
            sender.run();
        } catch (Crash | InterruptedException expected) {
            return;
        }
        throw new AssertionError("the send was over before it could crash");
    }
}
