package app.cadeau;

import app.cadeau.storage.Generation;
import app.cadeau.storage.Moving;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A SQLite home goes to an empty PostgreSQL database, whole and proved, or not at all. */
final class MoveData {

    private final Home home;
    private final InstantSource clock;

    MoveData(Home home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    Map<String, Long> to(String url) {
        var file = home.file("cadeau.db");
        try (var here = SqlitePools.writers(file);
                var there = PostgresPools.writers(url);
                var lock = SoleWorker.take(there)) {
            var backups = StorageConfig.backups(file, clock);
            Schema.migrate(Flyway.configure().dataSource(here).load(), backups, home.file("backups"));
            Generation.movedTo(JdbcClient.create(here)).ifPresent(place -> {
                throw new CannotStart("The data of " + home.folder() + " was moved to " + place + " already.");
            });
            refuseUnlessEmpty(there);
            Flyway.configure().dataSource(there).load().migrate();
            if (!lock.holds()) {
                throw new CannotStart("The PostgreSQL database was lost on the way; nothing was moved.");
            }
            return move(here, there, url.replaceFirst("[?].*", "").replaceFirst("//[^/]*@", "//"));
        } catch (SQLException failed) {
            throw new CannotStart("Nothing was moved: " + failed.getMessage(), failed);
        }
    }

    private static void refuseUnlessEmpty(DataSource there) {
        var tables = JdbcClient.create(there)
                .sql("select count(*) from information_schema.tables where table_schema = current_schema()")
                .query(Long.class)
                .single();
        if (tables > 0) {
            throw new CannotStart("The PostgreSQL database is not empty (" + tables
                    + " tables); make a new one for Cadeau. Nothing was moved.");
        }
    }

    private Map<String, Long> move(DataSource here, DataSource there, String place) throws SQLException {
        try (var from = here.getConnection();
                var to = there.getConnection()) {
            from.setAutoCommit(false);
            to.setAutoCommit(false);
            try {
                prove(from, "here");
                var moving = new Moving(from, to);
                var rows = moving.copy();
                prove(to, "there");
                moving.commit(place, clock.instant());
                return rows;
            } catch (IllegalStateException unequal) {
                throw new CannotStart("Nothing was moved: " + unequal.getMessage() + ".", unequal);
            } finally {
                to.rollback();
                from.rollback();
            }
        }
    }

    private void prove(Connection side, String where) {
        var flaws = Schema.flaws(JdbcClient.create(new SingleConnectionDataSource(side, true)), clock);
        if (!flaws.isEmpty()) {
            throw new CannotStart(
                    "Nothing was moved: the book does not tie " + where + ": " + String.join("; ", flaws) + ".");
        }
    }
}
