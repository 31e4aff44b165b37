package app.cadeau;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A PostgreSQL database worked on by one daemon at a time. The lock lives as long as the connection that took it, so it
 * falls with the process, however that ends.
 */
final class SoleWorker implements AutoCloseable {

    /** Any number, as long as every Cadeau takes the same. */
    private static final long LOCK = 0xCADEA0;

    private final Connection connection;

    private SoleWorker(Connection connection) {
        this.connection = connection;
    }

    static SoleWorker take(DataSource database) {
        try {
            var connection = database.getConnection();
            try (var ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                ask.setLong(1, LOCK);
                try (var answer = ask.executeQuery()) {
                    if (answer.next() && answer.getBoolean(1)) {
                        return new SoleWorker(connection);
                    }
                }
            }
            connection.close();
            throw new CannotStart(
                    "Another Cadeau daemon works on the database of CADEAU_DATABASE_URL; one at a time may.");
        } catch (SQLException failed) {
            throw new CannotStart(
                    "The database of CADEAU_DATABASE_URL cannot be locked: " + failed.getMessage(), failed);
        }
    }

    /** Whether the lock is still held. */
    boolean holds() {
        try {
            return connection.isValid(2);
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
