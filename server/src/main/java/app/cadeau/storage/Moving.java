package app.cadeau.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes all rows of a SQLite database to another one with the same empty tables, inside a transaction on each side: the
 * other is proved equal before it is committed, and only then is this one marked as moved.
 */
public final class Moving {

    private static final int PAGE = 500;

    /** @param digest of all rows, whatever their order */
    record Content(long rows, long digest) {}

    private final Connection from;
    private final Connection to;

    /** @param from SQLite; @param to with the same tables; both without automatic commits */
    public Moving(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies and compares every table; commits nothing.
     *
     * @return rows by table
     * @throws IllegalStateException when a table is not equal afterwards
     */
    public Map<String, Long> copy() throws SQLException {
        var tables = tables();
        for (var table : reversed(tables)) {
            try (var clear = to.createStatement()) {
                clear.executeUpdate("delete from " + table);
            }
        }
        var moved = new LinkedHashMap<String, Long>();
        for (var table : tables) {
            var columns = columns(table);
            copy(table, columns);
            var here = content(from, table, columns);
            var there = content(to, table, columns);
            if (!here.equals(there)) {
                throw new IllegalStateException("table " + table + " has " + here.rows() + " rows here and "
                        + there.rows() + " there, and they are not equal");
            }
            moved.put(table, here.rows());
        }
        return moved;
    }

    /** The other side first: cut off in between, both are there, and the number beside them tells the newer one. */
    public void commit(String place, Instant at) throws SQLException {
        try (var mark = from.prepareStatement("update database_mark set moved_to = ?, moved_at = ? where id = 1")) {
            mark.setString(1, place);
            mark.setLong(2, at.toEpochMilli());
            mark.executeUpdate();
        }
        to.commit();
        from.commit();
    }

    /** In the order in which they were made: what is referred to comes first. */
    private List<String> tables() throws SQLException {
        return texts("""
                select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
                    and name <> 'flyway_schema_history' order by rowid""");
    }

    private List<String> columns(String table) throws SQLException {
        return texts("select name from pragma_table_info('" + table + "') order by cid");
    }

    private List<String> texts(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var ask = from.createStatement();
                var answer = ask.executeQuery(sql)) {
            while (answer.next()) {
                found.add(answer.getString(1));
            }
        }
        return found;
    }

    private static List<String> reversed(List<String> tables) {
        var other = new ArrayList<>(tables);
        Collections.reverse(other);
        return other;
    }

    private void copy(String table, List<String> columns) throws SQLException {
        var names = String.join(", ", columns);
        var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (var ask = from.createStatement();
                var rows = ask.executeQuery("select " + names + " from " + table);
                var put = to.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
            var waiting = 0;
            while (rows.next()) {
                for (var column = 1; column <= columns.size(); column++) {
                    put.setObject(column, rows.getObject(column));
                }
                put.addBatch();
                if (++waiting % PAGE == 0) {
                    put.executeBatch();
                }
            }
            put.executeBatch();
        }
    }

    private static Content content(Connection database, String table, List<String> columns) throws SQLException {
        var count = 0L;
        var digest = 0L;
        try (var ask = database.prepareStatement("select " + String.join(", ", columns) + " from " + table)) {
            ask.setFetchSize(PAGE);
            var rows = ask.executeQuery();
            while (rows.next()) {
                var text = new StringBuilder();
                for (var column = 1; column <= columns.size(); column++) {
                    var value = said(rows.getObject(column));
                    text.append(value.length()).append(':').append(value);
                }
                digest += hash(text.toString());
                count++;
            }
        }
        return new Content(count, digest);
    }

    private static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> "n" + number.longValue();
            case byte[] bytes -> "b" + Base64.getEncoder().encodeToString(bytes);
            default -> "t" + value;
        };
    }

    private static long hash(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(bytes).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
