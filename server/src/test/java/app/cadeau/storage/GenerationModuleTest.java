package app.cadeau.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Vendor.class)
class GenerationModuleTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private Path file;

    @BeforeEach
    void open() {
        database = new TestDatabase(vendor, folder);
        file = folder.resolve("generation");
    }

    @Test
    void growsInTheDatabaseAndBesideItAtEachStartAndEachSend() throws IOException {
        start("here").grow();
        start("here").grow();

        assertThat(Files.readString(file)).isEqualTo("4\n");
        assertThat(inside()).isEqualTo(4);
        assertThat(start("here").restored()).isEmpty();
    }

    @Test
    void knowsADatabaseThatIsOlderThanTheNumberBesideIt() {
        start("here").grow();
        set("generation = 1");

        assertThat(found(start("here"))).contains(Restored.Cause.OLDER);
        assertThat(found(start("here"))).as("and goes on knowing it").contains(Restored.Cause.OLDER);
        assertThat(inside()).as("and does not grow past it").isEqualTo(1);
    }

    @Test
    void knowsACopy() {
        start("here");
        set("copied_at = 1");

        assertThat(found(start("here"))).contains(Restored.Cause.COPY);
    }

    @Test
    void knowsAnotherMachine() {
        start("here");

        assertThat(found(start("there"))).contains(Restored.Cause.OTHER_MACHINE);
    }

    @Test
    void knowsThatItsNumberIsGone() throws IOException {
        start("here").grow();
        Files.delete(file);

        assertThat(found(start("here"))).contains(Restored.Cause.NO_NUMBER);
    }

    @Test
    void standsAnEndBetweenTheFirstCommitAndTheFirstFile() throws IOException {
        start("here");
        Files.delete(file);

        assertThat(start("here").restored()).isEmpty();
    }

    @Test
    void standsAnEndBetweenACommitAndItsFile() throws IOException {
        start("here").grow();
        Files.writeString(file, "1\n");

        assertThat(start("here").restored()).isEmpty();
    }

    @Test
    void isTheNewestAfterAPersonSaidSo() throws IOException {
        start("here").grow();
        set("generation = 1, copied_at = 7");
        var generation = start("there");

        generation.accept();

        assertThat(generation.restored()).isEmpty();
        assertThat(start("there").restored()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo("4\n");
        assertThat(inside()).isEqualTo(4);
    }

    private Generation start(String machine) {
        return Generation.begin(database.jdbc(), database.transaction(), file, machine, InstantSource.system());
    }

    private static Optional<Restored.Cause> found(Generation generation) {
        return generation.restored().map(Restored::cause);
    }

    private void set(String what) {
        database.jdbc().sql("update database_mark set " + what).update();
    }

    private long inside() {
        return database.jdbc()
                .sql("select generation from database_mark")
                .query(Long.class)
                .single();
    }
}
