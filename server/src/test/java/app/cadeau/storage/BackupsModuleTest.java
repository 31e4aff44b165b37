package app.cadeau.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.sqlite.JDBC;

class BackupsModuleTest {

    @TempDir
    Path folder;

    @AutoClose
    private TestDatabase database;

    private Backups backups;
    private final AtomicLong seconds = new AtomicLong(1_800_000_000);

    @BeforeEach
    void open() {
        database = new TestDatabase(Vendor.SQLITE, folder);
        backups = backups(List.of());
        account("main");
    }

    private Backups backups(List<String> flaws) {
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
        return new Backups(folder.resolve("cadeau.db"), copy -> flaws, clock);
    }

    @Test
    void copiesWhatIsCommittedForItsOwnerOnlyAndMarksTheCopyAlone() throws IOException {
        var copy = folder.resolve("copy.db");

        assertThat(backups.write(copy)).isInstanceOf(Kept.Copied.class);

        assertThat(accounts(copy)).containsExactly("main");
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(copied(copy)).isPositive();
        assertThat(copied(folder.resolve("cadeau.db"))).isZero();
    }

    @Test
    void writesOverNothing() throws IOException {
        var there = Files.writeString(folder.resolve("there"), "mine");

        assertThat(backups.write(there)).isInstanceOf(Kept.Refused.class);
        assertThat(there).hasContent("mine");
        assertThat(backups.write(folder.resolve("no/folder/copy.db"))).isInstanceOf(Kept.Refused.class);
    }

    @Test
    void throwsACopyAwayWhoseBookDoesNotTie() throws IOException {
        var copy = folder.resolve("copy.db");

        assertThat(backups(List.of("entry 3: it is not what was written")).write(copy))
                .isInstanceOfSatisfying(
                        Kept.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("entry 3"));

        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("copy"));
        }
    }

    @Test
    void keepsTheNewestFive() throws IOException {
        var kept = folder.resolve("backups");
        for (var one = 0; one < 7; one++) {
            assertThat(backups.writeInto(kept, "before-schema-9", 5)).isInstanceOf(Kept.Copied.class);
        }
        try (var files = Files.list(kept)) {
            assertThat(files.map(Path::toString)).hasSize(5).noneMatch(name -> name.contains("T080000Z"));
        }
    }

    @Test
    void putsACopyBackAndKeepsWhatWasThereAndRaisesTheNumber() throws IOException {
        var copy = folder.resolve("copy.db");
        backups.write(copy);
        account("later");
        database.close();
        Files.writeString(folder.resolve("generation"), "12\n");

        var back = (Kept.PutBack) backups.putBack(copy, folder.resolve("generation"), schema -> true);

        assertThat(accounts(folder.resolve("cadeau.db"))).containsExactly("main");
        assertThat(back.replaced()).isNotNull();
        assertThat(accounts(back.replaced())).containsExactly("later", "main");
        assertThat(folder.resolve("generation")).hasContent("13");
        assertThat(copied(folder.resolve("cadeau.db"))).isPositive();
    }

    @Test
    void putsBackNeitherWhatIsNewerNorWhatIsDamagedNorWhatIsNoDatabase() throws IOException {
        var copy = folder.resolve("copy.db");
        backups.write(copy);
        var number = folder.resolve("generation");
        var before = Files.size(folder.resolve("cadeau.db"));

        assertThat(backups.putBack(copy, number, schema -> false))
                .isInstanceOfSatisfying(
                        Kept.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("newer Cadeau"));
        var text = Files.writeString(folder.resolve("letter.txt"), "dear me, this is no database at all".repeat(99));
        assertThat(backups.putBack(text, number, schema -> true))
                .isInstanceOfSatisfying(
                        Kept.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("damaged"));
        var bytes = Files.readAllBytes(copy);
        for (var at = bytes.length / 2; at < bytes.length; at++) {
            bytes[at] = 7;
        }
        Files.write(copy, bytes);
        assertThat(backups.putBack(copy, number, schema -> true)).isInstanceOf(Kept.Refused.class);
        assertThat(folder.resolve("cadeau.db")).hasSize(before);
        assertThat(number).doesNotExist();
    }

    private void account(String name) {
        database.jdbc()
                .sql("insert into accounts (name, exposure_cap, created_at) values (?, 500, 0)")
                .param(name)
                .update();
    }

    private static JdbcClient at(Path file) {
        return JdbcClient.create(new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:" + file));
    }

    private static List<String> accounts(Path file) {
        return at(file).sql("select name from accounts order by name")
                .query(String.class)
                .list();
    }

    private static long copied(Path file) {
        return at(file).sql("select coalesce(copied_at, 0) from database_mark")
                .query(Long.class)
                .single();
    }
}
