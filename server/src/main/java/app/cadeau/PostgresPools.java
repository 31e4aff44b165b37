package app.cadeau;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;

/** Pools of a PostgreSQL database. Its address may hold a password, so it stands in no message. */
final class PostgresPools {

    private static final int WRITERS = 6;
    private static final int READERS = 4;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    private PostgresPools() {}

    static HikariDataSource writers(String url) {
        return pool("writes", WRITERS, url);
    }

    static HikariDataSource readers(String url) {
        return pool("reads", READERS, url);
    }

    private static HikariDataSource pool(String name, int size, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "CADEAU_DATABASE_URL is no jdbc:postgresql://HOST/DATABASE address; leave it out for SQLite.");
        }
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        pool.setReadOnly("reads".equals(name));
        pool.addDataSourceProperty("ApplicationName", "cadeau " + name);
        // A database that went away silently must not hold a send for ever.
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException unreachable) {
            var why = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            throw new CannotStart(
                    "The database of CADEAU_DATABASE_URL cannot be used: " + why.getMessage(), unreachable);
        }
    }
}
