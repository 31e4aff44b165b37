package app.cadeau;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;

/** A real SQLite file with the migrations of the program, for tests of one room. */
public final class Sqlite implements AutoCloseable {

    private final SingleConnectionDataSource source;

    public Sqlite(Path folder) {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        source = new SingleConnectionDataSource("jdbc:sqlite:" + folder.resolve("cadeau.db"), true);
        source.setConnectionProperties(config.toProperties());
        Flyway.configure().dataSource(source).load().migrate();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Override
    public void close() {
        source.destroy();
    }
}
