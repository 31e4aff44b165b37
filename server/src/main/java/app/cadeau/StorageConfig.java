package app.cadeau;

import app.cadeau.storage.Backups;
import app.cadeau.storage.Generation;
import app.cadeau.storage.MachineId;
import app.cadeau.storage.Traces;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What watches over the data: the tables' schema, the number beside the database, copies. */
@Configuration(proxyBeanMethods = false)
class StorageConfig {

    @Bean
    Backups backups(Home home, Settings settings, InstantSource clock) {
        var sqlite = settings.database().url().isBlank();
        return backups(sqlite ? home.file("cadeau.db") : null, clock);
    }

    static Backups backups(@org.jspecify.annotations.Nullable Path database, InstantSource clock) {
        return new Backups(database, copy -> Schema.flaws(copy, clock), clock);
    }

    @Bean
    Traces traces(@Qualifier("writes") DataSource writes, Home home, Settings settings) {
        return new Traces(writes, settings.database().url().isBlank() ? home.file("cadeau.db") : null);
    }

    @Bean
    FlywayMigrationStrategy migration(Home home, Backups backups) {
        return flyway -> Schema.migrate(flyway, backups, home.file("backups"));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Generation generation(
            JdbcClient writes, TransactionTemplate transaction, Home home, Settings settings, InstantSource clock) {
        Generation.movedTo(writes).ifPresent(place -> {
            throw new CannotStart("The data of " + home.folder() + " was moved to " + place
                    + "; set CADEAU_DATABASE_URL to it. What is here is kept as it was then.");
        });
        var machine = MachineId.of(settings.machineId());
        return Generation.begin(writes, transaction, home.file("generation"), machine, clock);
    }
}
