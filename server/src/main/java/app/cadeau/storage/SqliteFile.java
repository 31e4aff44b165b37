package app.cadeau.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A SQLite database as a file that can be copied, checked and marked. */
final class SqliteFile {

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /**
     * Copies what is committed now, beside writers that go on. The copy is readable by its owner only, marked as a copy,
     * checked and synced before it has its name.
     *
     * @param proof what is wrong with the copy; nothing when it is sound
     * @throws NotSound when the copy is not what it should be; then there is none
     */
    void copyTo(Path copy, Instant at, Function<JdbcClient, List<String>> proof) throws IOException, SQLException {
        var part = new SqliteFile(copy.resolveSibling(copy.getFileName() + ".part"));
        try {
            Files.deleteIfExists(part.file);
            Files.createFile(
                    part.file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            vacuumInto(part.file);
            part.markAsCopy(at);
            part.prove(proof);
            Synced.file(part.file);
            Files.move(part.file, copy, StandardCopyOption.ATOMIC_MOVE);
            Synced.folderOf(copy);
        } finally {
            Files.deleteIfExists(part.file);
        }
    }

    private void vacuumInto(Path copy) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }

    /** A database of the time before marks has none; its number is behind the file, which tells the same. */
    void markAsCopy(Instant at) throws SQLException {
        try (var connection = open()) {
            if (has(connection, "database_mark")) {
                try (var mark = connection.prepareStatement("update database_mark set copied_at = ? where id = 1")) {
                    mark.setLong(1, at.toEpochMilli());
                    mark.executeUpdate();
                }
            }
        }
    }

    /** @throws NotSound when SQLite or the proof finds a fault */
    void prove(Function<JdbcClient, List<String>> proof) throws SQLException {
        try (var connection = open()) {
            var source = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(source);
            var said = jdbc.sql("pragma quick_check(5)").query(String.class).list();
            if (!List.of("ok").equals(said)) {
                throw new NotSound(file + " is damaged: " + String.join("; ", said));
            }
            if (has(connection, "ledger_head")) {
                var flaws = proof.apply(jdbc);
                if (!flaws.isEmpty()) {
                    throw new NotSound("the book in " + file + " does not tie: " + String.join("; ", flaws));
                }
            }
        }
    }

    /** The newest migration that it has seen; empty text when it is no database of Cadeau. */
    String schema() throws SQLException {
        try (var connection = open()) {
            if (!has(connection, "flyway_schema_history")) {
                return "";
            }
            try (var ask = connection.createStatement();
                    var answer = ask.executeQuery(
                            "select version from flyway_schema_history where success = 1 order by installed_rank desc limit 1")) {
                return answer.next() ? answer.getString(1) : "";
            }
        }
    }

    long generation() throws SQLException {
        try (var connection = open()) {
            if (!has(connection, "database_mark")) {
                return 0;
            }
            try (var ask = connection.createStatement();
                    var answer = ask.executeQuery("select generation from database_mark where id = 1")) {
                return answer.next() ? answer.getLong(1) : 0;
            }
        }
    }

    private static boolean has(Connection connection, String table) throws SQLException {
        try (var ask = connection.prepareStatement("select 1 from sqlite_master where type = 'table' and name = ?")) {
            ask.setString(1, table);
            try (var answer = ask.executeQuery()) {
                return answer.next();
            }
        }
    }

    private Connection open() throws SQLException {
        if (!Files.exists(file)) {
            throw new UncheckedIOException(new IOException("there is no file " + file));
        }
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=10000");
    }

    /** A database that must not be relied upon. */
    static final class NotSound extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotSound(String sentence) {
            super(sentence);
        }
    }
}
