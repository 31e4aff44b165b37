package app.cadeau;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;

/** A real database with the migrations of the program: a SQLite file, or a database of an embedded PostgreSQL. */
public final class TestDatabase implements AutoCloseable {

    /** One server for all tests of this JVM; it ends with it. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();
        static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
            }
        }
    }

    private final DataSource source;

    public TestDatabase(Vendor vendor, Path folder) {
        this(vendor, folder, "cadeau.db");
    }

    /** @param file of SQLite; a PostgreSQL database is a new one each time */
    public TestDatabase(Vendor vendor, Path folder, String file) {
        source = switch (vendor) {
            case SQLITE -> sqlite(file.equals(":memory:") ? Path.of(file) : folder.resolve(file));
            case POSTGRES -> new SingleConnectionDataSource(newPostgresUrl(), true);
        };
        Flyway.configure().dataSource(source).load().migrate();
    }

    private TestDatabase(DataSource pool) {
        source = pool;
        Flyway.configure().dataSource(source).load().migrate();
    }

    /** A SQLite database that is gone with its only connection. */
    public static TestDatabase inMemory() {
        return new TestDatabase(Vendor.SQLITE, Path.of(""), ":memory:");
    }

    /** With the program's own pool of writers, for tests of several threads. */
    public static TestDatabase pooled(Vendor vendor, Path folder) {
        return new TestDatabase(
                switch (vendor) {
                    case SQLITE -> SqlitePools.writers(folder.resolve("cadeau.db"));
                    case POSTGRES -> PostgresPools.writers(newPostgresUrl());
                });
    }

    private static SingleConnectionDataSource sqlite(Path file) {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        var sqlite = new SingleConnectionDataSource("jdbc:sqlite:" + file, true);
        sqlite.setConnectionProperties(config.toProperties());
        return sqlite;
    }

    /** The address of a new, empty PostgreSQL database. */
    public static String newPostgresUrl() {
        var name = "cadeau" + Server.DATABASES.incrementAndGet();
        var admin = new SingleConnectionDataSource(Server.POSTGRES.getJdbcUrl("postgres", "postgres"), true);
        try {
            JdbcClient.create(admin).sql("create database " + name).update();
        } finally {
            admin.destroy();
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** For what is neither a query nor an update. */
    public void execute(String words) {
        new JdbcTemplate(source).execute(words);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Override
    public void close() {
        switch (source) {
            case SingleConnectionDataSource one -> one.destroy();
            case HikariDataSource pool -> pool.close();
            default -> throw new IllegalStateException("who closes " + source + "?");
        }
    }
}
