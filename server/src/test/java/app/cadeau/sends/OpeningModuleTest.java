package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Before anything is armed a page that does not open has spent nothing: it is tried again, and not for ever. */
@ParameterizedClass
@EnumSource(Vendor.class)
class OpeningModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private Database database;

    private final PlayedLive live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1_000);
    private final AtomicInteger tried = new AtomicInteger();

    @BeforeEach
    void open() {
        database = new Database(vendor, folder);
        database.whenPaused = () -> live.pass(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @CsvSource({
        "BROWSER_LOST, 1, 2, CONFIRMED",
        "SITE_DOWN, 3, 4, CONFIRMED",
        "BROWSER_LOST, 9, 5, REFUSED",
        "PAGE_CHANGED, 1, 1, REFUSED",
        "OFF_AIR, 1, 1, REFUSED",
        "CHALLENGED, 1, 1, REFUSED"
    })
    void triesAgainWhatMayPass(Trouble trouble, int failures, int tries, SendState end) throws InterruptedException {
        var send = new PlayedSend(database, live, failing(trouble, failures), 3);
        var began = live.now();

        var receipt = send.run();

        assertThat(receipt.state()).as("%s", receipt).isEqualTo(end);
        assertThat(tried.get()).isEqualTo(tries);
        var lines = database.journal().read(send.id).stream()
                .filter(Evidence.Tried.class::isInstance)
                .map(Evidence.Tried.class::cast)
                .toList();
        assertThat(lines).hasSize(tries - 1).allMatch(line -> line.came().startsWith(trouble.name()));
        for (var i = 0; i < lines.size(); i++) {
            assertThat((double) lines.get(i).againAfterMillis()).isBetween(200.0 * (1 << i), 300.0 * (1 << i));
        }
        assertThat(live.now()).isBefore(began.plusSeconds(30));
    }

    @Test
    void aStopDoesNotWaitForTheNextTry() throws InterruptedException {
        var send = new PlayedSend(database, live, failing(Trouble.SITE_DOWN, 99), 3);
        live.at(Duration.ofMillis(100), () -> send.sender.stop(Ending.BY_MEMBER));
        var began = live.now();

        var receipt = send.run();

        assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.STOPPED);
        assertThat(tried.get()).isBetween(1, 2);
        assertThat(live.now()).isBefore(began.plusMillis(400));
    }

    @ParameterizedTest
    @CsvSource({"PAGE_CHANGED, STOPPED", "CHALLENGED, REFUSED"})
    void aStopIsWhyItEndsUnlessAPersonMustLook(Trouble trouble, SendState end) throws InterruptedException {
        var send = new PlayedSend(database, live, failing(trouble, 1), 3);
        send.sender.stop(Ending.BY_MEMBER);

        assertThat(send.run().state()).isEqualTo(end);
    }

    private LivePages failing(Trouble trouble, int failures) {
        return (who, where, until) ->
                tried.incrementAndGet() <= failures ? new Opening.NotOpened(trouble, "seen") : new Opening.Opened(live);
    }
}
