package app.cadeau.sends;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.accounts.Accounts;
import app.cadeau.accounts.MasterKey;
import app.cadeau.accounts.SessionVault;
import app.cadeau.catalogue.Gifts;
import app.cadeau.livepage.LivePages;
import app.cadeau.spending.Budgets;
import app.cadeau.spending.Ledger;
import app.cadeau.storage.Generation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real database with the migrations of the program, and the furniture of this room over it. */
final class Database implements AutoCloseable {

    private final TestDatabase source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Gifts gifts;
    private final Path folder;
    private final String name;

    /** Instead of the time that passes between two tries to write. */
    Runnable whenPaused = () -> {};

    Database(Vendor vendor, Path folder) {
        this(vendor, folder, "cadeau.db");
    }

    Database(Vendor vendor, Path folder, String name) {
        this(new TestDatabase(vendor, folder, name), folder, name);
    }

    /** For several threads. */
    static Database pooled(Vendor vendor, Path folder) {
        return new Database(TestDatabase.pooled(vendor, folder), folder, "cadeau.db");
    }

    /** In memory, for a great many short sends; nothing outlives it. */
    static Database inMemory(Path folder, Function<TransactionTemplate, TransactionTemplate> around) {
        return new Database(TestDatabase.inMemory(), folder, "memory", around);
    }

    private Database(TestDatabase source, Path folder, String name) {
        this(source, folder, name, Function.identity());
    }

    private Database(
            TestDatabase source, Path folder, String name, Function<TransactionTemplate, TransactionTemplate> around) {
        this.folder = folder;
        this.name = name;
        this.source = source;
        jdbc = source.jdbc();
        transaction = around.apply(source.transaction());
        gifts = new Gifts(jdbc, transaction, InstantSource.system());
    }

    /** Of SQLite: where it lies. */
    Path file() {
        return folder.resolve(name);
    }

    /** Of SQLite: sets it on the connection that everything here uses. */
    void pragma(String words) {
        source.execute("pragma " + words);
    }

    SendRows rows() {
        return new SendRows(jdbc);
    }

    WaitingRows waiting() {
        return new WaitingRows(jdbc);
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

    Accounts accounts(InstantSource clock) {
        return new Accounts(jdbc, transaction, new SessionVault(jdbc, MasterKey.random(), clock), clock);
    }

    private Budgets budgets(InstantSource clock) {
        return new Budgets(jdbc, clock, ZoneOffset.UTC);
    }

    Workshop workshop(LivePages pages, GroupMemory groups, InstantSource clock) {
        return new Workshop(
                pages,
                accounts(clock),
                gifts(),
                new OffersSeen(),
                rows(),
                waiting(),
                new Pauses(jdbc, clock),
                new Books(rows(), waiting(), ledger(clock), budgets(clock), transaction),
                journal(),
                transaction,
                groups,
                new Siblings(),
                new Headroom(Carried.fixed(2)),
                new EvidenceFolders(folder.resolve("evidence")),
                Generation.begin(jdbc, transaction, folder.resolve(name + ".generation"), "this machine", clock),
                new Patience(pause -> whenPaused.run()),
                clock,
                SendsConfig.DEFAULT);
    }

    /** From now on every statement that writes fails as on a read-only disk, or no longer. */
    void readOnly(Vendor vendor, boolean fixed) {
        jdbc.sql(
                        switch (vendor) {
                            case SQLITE -> "pragma query_only = " + (fixed ? 1 : 0);
                            case POSTGRES ->
                                "set session characteristics as transaction " + (fixed ? "read only" : "read write");
                        })
                .update();
    }

    @Override
    public void close() {
        source.close();
    }
}
