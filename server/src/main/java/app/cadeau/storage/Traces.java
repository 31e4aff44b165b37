package app.cadeau.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What deleted rows leave behind: in the write-ahead log, and in copies of the database that lie in the home. Rows that are
 * deleted from SQLite are overwritten at once (secure_delete).
 */
public final class Traces {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final DataSource writes;
    private final @Nullable Path database;

    /** @param database the SQLite file, or null when the data is kept elsewhere */
    public Traces(DataSource writes, @Nullable Path database) {
        this.writes = writes;
        this.database = database;
    }

    /**
     * Wipes what is left of rows that were deleted from these tables.
     *
     * @return what could not be wiped, in sentences; empty when nothing is left
     */
    public List<String> wipe(List<String> tables) {
        try (var connection = writes.getConnection()) {
            return database == null ? rewritten(connection, tables) : emptied(connection);
        } catch (SQLException failed) {
            return List.of("the database kept old pages: " + StorageTrouble.sentence(failed));
        }
    }

    private static List<String> emptied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return answer.next() && answer.getInt(1) != 0
                    ? List.of("the database's log is being read and was not emptied; it is at the next start")
                    : List.of();
        }
    }

    private static List<String> rewritten(Connection connection, List<String> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("vacuum full " + table);
            }
        }
        return List.of("PostgreSQL's own log and its backups keep sealed sessions until they are recycled;"
                + " cadeau accounts rotate-key makes them unreadable");
    }

    /**
     * Runs a statement with one parameter on every copy of the database in the home.
     *
     * @return the copies that could not be changed, in sentences
     */
    public List<String> inCopies(Path home, String sql, String parameter) {
        var left = new ArrayList<String>();
        for (var copy : copies(home)) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy + "?secure_delete=true");
                    var statement = connection.prepareStatement(sql)) {
                statement.setString(1, parameter);
                statement.executeUpdate();
            } catch (SQLException failed) {
                left.add(copy + " could not be changed: " + StorageTrouble.sentence(failed));
            }
        }
        return left;
    }

    private List<Path> copies(Path home) {
        try (Stream<Path> files = Files.find(home, 2, (file, about) -> about.isRegularFile())) {
            return files.filter(file -> !file.equals(database) && isDatabase(file))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isDatabase(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
