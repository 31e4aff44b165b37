package app.cadeau;

import app.cadeau.sends.Sends;
import app.cadeau.storage.Backups;
import app.cadeau.storage.Kept;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.sqlite.JDBC;

/** The tables, as this program knows them: older ones are brought on after a backup, newer ones are left alone. */
final class Schema {

    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    private static final int BACKUPS_KEPT = 5;

    private Schema() {}

    /** The newest schema that this program knows. */
    static MigrationVersion newest() {
        var nowhere = new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite::memory:");
        return Arrays.stream(
                        Flyway.configure().dataSource(nowhere).load().info().all())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    static boolean knows(String version) {
        return MigrationVersion.fromVersion(version).compareTo(newest()) <= 0;
    }

    /** Brings the tables on, after a copy of what was there. */
    static void migrate(Flyway flyway, Backups backups, Path folder) {
        var info = flyway.info();
        if (Arrays.stream(info.applied()).anyMatch(Schema::future)) {
            throw new CannotStart("This data was written by a newer Cadeau (schema "
                    + info.current().getVersion() + "; this one knows " + newest()
                    + "). Use that one, or put back a backup: cadeau restore FILE.");
        }
        if (info.current() != null && info.pending().length > 0) {
            backUp(info.pending()[0].getVersion(), backups, folder);
        }
        flyway.migrate();
    }

    private static boolean future(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static void backUp(MigrationVersion to, Backups backups, Path folder) {
        switch (backups.writeInto(folder, "before-schema-" + to, BACKUPS_KEPT)) {
            case Kept.Copied copied -> log.info("before the tables change: {}", copied.file());
            case Kept.NotOurs(var why) -> log.warn("the tables change without a backup of ours: {}", why);
            case Kept.Refused(var why) ->
                throw new CannotStart("The tables must change, and no backup of them could be made first. " + why);
            case Kept.PutBack impossible -> throw new IllegalStateException("a copy was put back, not made");
        }
    }

    /** What does not tie in a copy; only of the newest schema can this program read the books. */
    static List<String> flaws(JdbcClient copy, InstantSource clock) {
        var schema = copy.sql(
                        "select version from flyway_schema_history where success order by installed_rank desc limit 1")
                .query(String.class)
                .single();
        if (!MigrationVersion.fromVersion(schema).equals(newest())) {
            return List.of();
        }
        return Sends.audit(copy, clock).stream()
                .map(flaw -> flaw.where() + ": " + flaw.sentence())
                .toList();
    }
}
