package app.cadeau;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file, two pools. Writers are few and take their lock at the start of a transaction, since a reader that
 * turns writer halfway fails; readers never wait for them.
 */
final class SqlitePools {

    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITERS = 2;
    private static final int READERS = 4;

    private SqlitePools() {}

    static HikariDataSource writers(Path file) {
        var sqlite = sqlite();
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return pool("writes", WRITERS, sqlite, file);
    }

    static HikariDataSource readers(Path file) {
        var sqlite = sqlite();
        sqlite.setReadOnly(true);
        return pool("reads", READERS, sqlite, file);
    }

    private static SQLiteConfig sqlite() {
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(BUSY_MILLIS);
        sqlite.enforceForeignKeys(true);
        // What is deleted is overwritten: a removed account leaves nothing of its session.
        sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return sqlite;
    }

    private static HikariDataSource pool(String name, int size, SQLiteConfig sqlite, Path file) {
        var source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setMaxLifetime(0);
        // SQLite connections are born so and cannot be changed; the pool must not try.
        pool.setReadOnly("reads".equals(name));
        return new HikariDataSource(pool);
    }
}
