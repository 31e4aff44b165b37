package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SchemaModuleTest {

    @TempDir
    Path folder;

    @Test
    void aBackupIsMadeBeforeTheTablesChangeAndOnlyThen() throws IOException {
        var file = folder.resolve("cadeau.db");
        var sqlite = new SimpleDriverDataSource(new org.sqlite.JDBC(), "jdbc:sqlite:" + file);
        Flyway.configure().dataSource(sqlite).target("4").load().migrate();
        JdbcClient.create(sqlite)
                .sql("insert into accounts (name, exposure_cap, created_at) values ('main', 500, 1)")
                .update();
        var backups = StorageConfig.backups(file, InstantSource.system());

        Schema.migrate(Flyway.configure().dataSource(sqlite).load(), backups, folder.resolve("backups"));
        Schema.migrate(Flyway.configure().dataSource(sqlite).load(), backups, folder.resolve("backups"));

        try (var kept = Files.list(folder.resolve("backups"))) {
            assertThat(kept.toList()).singleElement().satisfies(copy -> {
                var old = new SimpleDriverDataSource(new org.sqlite.JDBC(), "jdbc:sqlite:" + copy);
                assertThat(JdbcClient.create(old)
                                .sql("select name from accounts")
                                .query(String.class)
                                .single())
                        .isEqualTo("main");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void dataOfANewerProgramIsLeftAlone(Vendor vendor) {
        var url = switch (vendor) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("cadeau.db");
            case POSTGRES -> TestDatabase.newPostgresUrl();
        };
        var source = new SingleConnectionDataSource(url, true);
        try {
            var flyway = Flyway.configure().dataSource(source).load();
            flyway.migrate();
            JdbcClient.create(source).sql("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, installed_on, execution_time, success)
                    select installed_rank + 1, '999', description, type, 'V999__later.sql', checksum, installed_by,
                        installed_on, execution_time, success
                    from flyway_schema_history order by installed_rank desc limit 1""").update();
            var backups = StorageConfig.backups(null, InstantSource.system());

            assertThatThrownBy(() -> Schema.migrate(flyway, backups, folder.resolve("backups")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("newer Cadeau (schema 999");
        } finally {
            source.destroy();
        }
    }

    @Test
    void aDamagedFileIsSaidInOneSentence() throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("cadeau.db"), "this was a database once ".repeat(400));

        assertThatThrownBy(() -> Daemon.start(home, java.util.Map.of("cadeau.port", "0")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("damaged");
    }
}
