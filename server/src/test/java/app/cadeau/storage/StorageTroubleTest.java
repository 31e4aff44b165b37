package app.cadeau.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The troubles are real ones of SQLite; only PostgreSQL's are made up by their states. */
class StorageTroubleTest {

    @TempDir
    Path folder;

    private Throwable failing(String... statements) {
        return catchThrowable(() -> {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
                    var all = connection.createStatement()) {
                for (var statement : statements) {
                    all.execute(statement);
                }
            }
        });
    }

    @Test
    void aFullDiskIsCalledFull() {
        var failed =
                failing("create table a (b)", "pragma max_page_count = 3", "insert into a values (zeroblob(40000))");
        assertThat(StorageTrouble.of(failed)).contains(StorageTrouble.FULL);
        assertThat(StorageTrouble.of(new UncheckedIOException(new IOException("x: No space left on device"))))
                .contains(StorageTrouble.FULL);
    }

    @Test
    void aReadOnlyDatabaseIsCalledThat() {
        assertThat(StorageTrouble.of(failing("pragma query_only = 1", "create table a (b)")))
                .contains(StorageTrouble.READ_ONLY);
    }

    @Test
    void aDamagedFileIsCalledDamaged() throws IOException {
        Files.writeString(folder.resolve("a.db"), "no database".repeat(1000));
        assertThat(StorageTrouble.of(failing("create table a (b)"))).contains(StorageTrouble.DAMAGED);
    }

    @Test
    void aLockedDatabaseIsCalledLocked() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
                var lock = other.createStatement()) {
            lock.execute("begin exclusive");
            assertThat(StorageTrouble.of(failing("pragma busy_timeout = 1", "create table a (b)")))
                    .contains(StorageTrouble.LOCKED);
        }
    }

    @Test
    void onlyADatabaseThatIsGoneMayHaveWritten() {
        assertThat(StorageTrouble.of(new SQLException("", "08006"))).contains(StorageTrouble.GONE);
        assertThat(StorageTrouble.of(new SQLException("", "53100"))).contains(StorageTrouble.FULL);
        assertThat(StorageTrouble.of(new SQLException("", "23505"))).isEmpty();
        assertThat(StorageTrouble.GONE.wroteNothing()).isFalse();
        assertThat(StorageTrouble.FULL.wroteNothing()).isTrue();
    }
}
