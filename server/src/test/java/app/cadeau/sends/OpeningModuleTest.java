package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import app.cadeau.money.Coins;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before anything is armed a lost browser has spent nothing: it is tried again, and not for ever. */
class OpeningModuleTest {

    private static final Account MAIN = new Account(new AccountId("main"), true, Coins.of(500), null);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"BROWSER_LOST, 1, 2, true", "BROWSER_LOST, 9, 2, false", "PAGE_CHANGED, 1, 1, false"})
    void opensOnceMoreWhereTheBrowserDied(Trouble trouble, int failures, int tries, boolean opened) {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
        var tried = new AtomicInteger();
        try (var database = new Database(Vendor.SQLITE, folder)) {
            var shop = database.workshop(
                    (who, where, until) -> tried.incrementAndGet() <= failures
                            ? new Opening.NotOpened(trouble, "seen")
                            : new Opening.Opened(live),
                    new GroupMemory(),
                    live);

            var opening = shop.open(MAIN, new StreamerName("demo"));

            assertThat(opening instanceof Opening.Opened).isEqualTo(opened);
            assertThat(tried.get()).isEqualTo(tries);
        }
    }
}
