package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program holds the database: each writer waits its ten seconds, and then says so. */
@Tag("long")
class LockedDatabaseModuleTest {

    @TempDir
    Path home;

    @Test
    void aCallAndAStartSayThatItIsLocked() throws SQLException {
        var world = new World(
                Map.of("CADEAU_HOME", home.toString(), "CADEAU_LIVE_URL", "http://127.0.0.1:9"),
                System.out,
                System.err,
                false);
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("cadeau.db"))) {
            try (var daemon = OwnDaemon.start(world, OwnDaemon.Kind.LOOKING, 0, 0);
                    var lock = other.createStatement()) {
                lock.execute("begin immediate");
                assertThatThrownBy(() -> daemon.client(world).post("/api/accounts", Map.of("name", "main")))
                        .isInstanceOfSatisfying(
                                CommandFailed.class,
                                failed -> assertThat(failed.exit())
                                        .as("nothing was spent")
                                        .isEqualTo(Exit.NOT_IN_FULL))
                        .hasMessageContaining("locked by another program")
                        .hasMessageContaining("STORAGE_LOCKED");
            }
            assertThatThrownBy(() -> OwnDaemon.start(world, OwnDaemon.Kind.LOOKING, 0, 0))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("locked by another program");
        }
    }
}
