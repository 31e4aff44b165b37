package app.cadeau.sends;

import app.cadeau.Vendor;
import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.StoredSessions;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.ChromiumLivePages;
import app.cadeau.livepage.LivePageSettings;
import app.cadeau.livepage.LivePages;
import app.cadeau.money.Coins;
import app.cadeau.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The whole way of a send for real: SQLite, a Chromium shared by all sends of a class, and a simulator for each. */
final class Stage implements AutoCloseable {

    static final AccountId MAIN = new AccountId("main");
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "sim-main", "domain": "127.0.0.1", "path": "/",
            "expires": -1, "httpOnly": true, "secure": false, "sameSite": "Lax"}], "origins": []}""";

    final Lanes lanes;
    private final Path folder;
    private final InstantSource clock = InstantSource.system();
    private final Random ids = new Random();
    private GroupMemory groups = new GroupMemory();
    private final List<AutoCloseable> openPages = new ArrayList<>();
    private int databases;
    Database database;

    Stage() {
        try {
            folder = Files.createTempDirectory("cadeau-stage");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        database = new Database(Vendor.SQLITE, folder);
        lanes = new Lanes(BrowserSettings.defaults(), sessions(), EngineRegister.NONE);
    }

    Path folder() {
        return folder;
    }

    /** Forgets all sends: what one left in doubt is no business of the next. */
    void forget() {
        leavePages();
        database.close();
        groups = new GroupMemory();
        database = new Database(Vendor.SQLITE, folder, ++databases + ".db");
    }

    private static StoredSessions sessions() {
        return new StoredSessions() {
            @Override
            public Optional<String> storageState(AccountId account) {
                return Optional.of(SESSION);
            }

            @Override
            public void saved(AccountId account, String storageState) {}
        };
    }

    LivePages pages(Simulator simulator) {
        return pages(LivePageSettings.of(URI.create(simulator.url())));
    }

    /** Its warm page stays until all is forgotten. */
    LivePages pages(LivePageSettings settings) {
        var pages =
                new ChromiumLivePages(lanes, settings, () -> database.gifts().all(), clock);
        openPages.add(pages);
        return pages;
    }

    /** A page whose simulator is gone would look for it until its lane ends, and cost the next send its CPU. */
    private void leavePages() {
        try {
            for (var pages : openPages) {
                pages.close();
            }
        } catch (Exception e) {
            throw new AssertionError("pages could not be left", e);
        }
        openPages.clear();
    }

    /** A send that is ready to run; {@code around} may stand between the sender and the real pages. */
    Sender sender(Simulator simulator, Ask ask, UnaryOperator<LivePages> around) {
        return sender(around.apply(pages(simulator)), ask);
    }

    Sender sender(LivePages pages, Ask ask) {
        var shop = database.workshop(pages, groups, clock);
        var id = SendId.next(clock, ids);
        var row = SendRow.queued(id, ask.order(), MAIN, null, clock.instant(), "hash");
        database.rows().insert(row, null);
        database.rows().move(id, SendState.QUEUED, SendState.PREPARING);
        var account = new Account(MAIN, ask.usedAlone(), Coins.of(500), null);
        return new Sender(database.rows().find(id).orElseThrow(), account, shop);
    }

    Receipt send(Simulator simulator, Ask ask) throws InterruptedException {
        return send(simulator, ask, UnaryOperator.identity());
    }

    Receipt send(Simulator simulator, Ask ask, UnaryOperator<LivePages> around) throws InterruptedException {
        return send(around.apply(pages(simulator)), ask);
    }

    Receipt send(LivePages pages, Ask ask) throws InterruptedException {
        var sender = sender(pages, ask);
        sender.run();
        leave(sender);
        return database.rows().find(sender.id()).orElseThrow().receipt();
    }

    /** Nobody listens on: the page of a send in REVIEW is closed at once. */
    static void leave(Sender ended) {
        var late = ended.late();
        if (late != null) {
            late.close();
        }
    }

    @Override
    public void close() throws IOException {
        lanes.close();
        database.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** What a person asks for. */
    record Ask(String streamer, String gift, @Nullable Long price, int quantity, double cps, boolean usedAlone) {

        static Ask roses(int quantity) {
            return new Ask("demo", "5655", null, quantity, 12, true);
        }

        static Ask of(String gift, int quantity) {
            return new Ask("demo", gift, null, quantity, 12, true);
        }

        Ask priced(long coins) {
            return new Ask(streamer, gift, coins, quantity, cps, usedAlone);
        }

        Ask shared() {
            return new Ask(streamer, gift, price, quantity, cps, false);
        }

        NewSend order() {
            return new NewSend(
                    new StreamerName(streamer),
                    gift,
                    price == null ? null : Coins.of(price),
                    quantity,
                    cps,
                    MAIN,
                    null,
                    null);
        }
    }
}
