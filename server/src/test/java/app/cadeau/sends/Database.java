package app.cadeau.sends;

import app.cadeau.accounts.Accounts;
import app.cadeau.accounts.MasterKey;
import app.cadeau.accounts.SessionVault;
import app.cadeau.catalogue.Gifts;
import app.cadeau.livepage.LivePages;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Ledger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real SQLite file with the migrations of the program. */
final class Database implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Gifts gifts;
    private final Path folder;

    Database(Path folder) {
        this(folder, "cadeau.db");
    }

    Database(Path folder, String name) {
        this.folder = folder;
        source = new SingleConnectionDataSource("jdbc:sqlite:" + folder.resolve(name), true);
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        gifts = new Gifts(jdbc, transaction, InstantSource.system());
    }

    SendRows rows() {
        return new SendRows(jdbc);
    }

    Journal journal() {
        return new Journal(jdbc);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** The seed of the program, and what LIVEs taught. */
    Gifts gifts() {
        return gifts;
    }

    Ledger ledger(InstantSource clock) {
        return new Ledger(jdbc, transaction, budgets(clock), clock);
    }

    private Budgets budgets(InstantSource clock) {
        return new Budgets(jdbc, clock, ZoneOffset.UTC);
    }

    Workshop workshop(LivePages pages, GroupMemory groups, InstantSource clock) {
        return new Workshop(
                pages,
                new Accounts(jdbc, transaction, new SessionVault(jdbc, MasterKey.random(), clock), clock),
                gifts(),
                rows(),
                new Books(rows(), ledger(clock), budgets(clock), transaction),
                journal(),
                transaction,
                groups,
                new EvidenceFolders(folder.resolve("evidence")),
                clock,
                SendsConfig.DEFAULT);
    }

    @Override
    public void close() {
        source.destroy();
    }
}
