package app.cadeau.livepage;

import app.cadeau.catalogue.GiftId;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One LIVE, open in one account's lane. Every method may be called from any thread but the engine's; what waits has a
 * deadline and answers with a value. A page that is gone answers BROWSER_LOST.
 */
public interface LivePage extends AutoCloseable {

    LiveFacts facts();

    /** Every gift that this LIVE offers now, with its place: opens the panel and scrolls it to its end. Presses no Send. */
    List<OfferedGift> offeredAll(Instant deadline);

    /** For the doctor: each thing that a send needs, and how it was found. Selects a gift; presses no Send. */
    List<ProbeRow> probe(Instant deadline);

    /** Who decides on gift/send requests from now on. Starts as {@link Gatekeeper#SHUT}. */
    void gate(Gatekeeper keeper);

    /** Finds the gift by id, selects its tile and checks price and Send. Presses nothing. */
    Selection select(GiftId gift, Coins price, Instant deadline);

    /** Starts a burst on the selected tile and returns at once; what happens comes as news. */
    void burst(BurstOrder order);

    /** Tells the page to begin no further press of any burst; completes when the page has obeyed. */
    CompletableFuture<Void> stopPresses();

    /** Lets presses begin again after {@link #stopPresses()}. */
    void allowPresses();

    /** The next news, or null when none came within the wait. */
    @Nullable
    PageNews next(Duration wait) throws InterruptedException;

    /** True while an answer of this lane has lain unread for more than 100 ms: nothing passes and no burst begins. */
    boolean behindOnAnswers();

    /** Reads the wallet from a fresh page of the same account, or null when that could not be done in time. */
    @Nullable
    BalanceReading readWallet(Instant deadline);

    /**
     * What is to be seen now, without secrets. Takes it beside everything else and presses, scrolls and changes nothing;
     * completes by the deadline with what could be had.
     */
    default CompletableFuture<@Nullable Keepsake> keep(Instant deadline) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * For a stop that was not obeyed in time. While the browser itself answers, all that is left is a page whose burst is
     * past its deadline: it is left after this send. Else the engine's processes end at once, and every lane of it.
     */
    default void disobeyed() {
        killEngine();
    }

    /** Ends the engine's processes at once. */
    void killEngine();

    /**
     * Shuts the gate. The page stays warm for the next send to its LIVE for a while, and is then left by way of
     * about:blank.
     */
    @Override
    void close();
}
