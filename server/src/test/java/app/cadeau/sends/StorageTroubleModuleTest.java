package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The database cannot be written in the middle of a send. */
@ParameterizedClass
@EnumSource(Vendor.class)
class StorageTroubleModuleTest {

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
    void pressesNothingThatIsNotArmedOnDiskAndKeepsTheTruthUntilItCanBeWritten() throws InterruptedException {
        var live = new PlayedLive(1, new PlayedLive.Faults(), 1, 1000);
        var send = new PlayedSend(database, live, 100, true);
        var pauses = new AtomicInteger();
        live.at(Duration.ofSeconds(3), () -> database.readOnly(vendor, true));
        database.whenPaused = () -> {
            if (pauses.incrementAndGet() == 3) {
                database.readOnly(vendor, false);
            }
        };

        var receipt = send.run();

        assertThat(pauses).hasValue(3);
        assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.PARTIAL);
        assertThat(receipt.reason()).extracting(Reason::code).isEqualTo(Reason.Code.STORAGE_FAILED);
        assertThat(receipt.confirmed()).isEqualTo(live.taken).isBetween(10, 60);
        assertThat(receipt.unknown()).isZero();
        assertThat(database.rows().find(send.id).orElseThrow().armed()).isGreaterThanOrEqualTo(live.passed);
    }
}
