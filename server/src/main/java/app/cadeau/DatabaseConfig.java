package app.cadeau;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where data is kept: one SQLite file in the home, or the PostgreSQL database that the owner names. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {

    /** The pool of writers and, on PostgreSQL, the lock that keeps other daemons away; they end together. */
    static final class Writers implements AutoCloseable {

        final HikariDataSource pool;
        private final @Nullable SoleWorker lock;

        Writers(HikariDataSource pool, @Nullable SoleWorker lock) {
            this.pool = pool;
            this.lock = lock;
        }

        @Override
        public void close() throws SQLException {
            if (lock != null) {
                lock.close();
            }
            pool.close();
        }
    }

    @Bean
    Writers writers(Home home, Settings settings) {
        var url = settings.database().url();
        if (url.isBlank()) {
            return new Writers(SqlitePools.writers(home.file("cadeau.db")), null);
        }
        var pool = PostgresPools.writers(url);
        try {
            return new Writers(pool, SoleWorker.take(pool));
        } catch (CannotStart taken) {
            pool.close();
            throw taken;
        }
    }

    @Bean
    @Primary
    DataSource writes(Writers writers) {
        return writers.pool;
    }

    // Opened after the writers: a reader cannot make the file, nor turn on its write-ahead log.
    @Bean
    HikariDataSource reads(Home home, Settings settings, @Qualifier("writes") DataSource writes) {
        var url = settings.database().url();
        return url.isBlank() ? SqlitePools.readers(home.file("cadeau.db")) : PostgresPools.readers(url);
    }

    @Bean
    @Primary
    JdbcClient writing(@Qualifier("writes") DataSource writes) {
        return JdbcClient.create(writes);
    }

    @Bean
    JdbcClient reading(@Qualifier("reads") DataSource reads) {
        return JdbcClient.create(reads);
    }
}
