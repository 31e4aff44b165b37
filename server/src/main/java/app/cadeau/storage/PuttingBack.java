package app.cadeau.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy becomes the database. Cut off anywhere, the home has the old one, the copy, or an empty one that is older. */
final class PuttingBack {

    private final Path database;
    private final NumberFile number;
    private final Function<JdbcClient, List<String>> proof;
    private final Instant at;
    private final DateTimeFormatter stamp;

    PuttingBack(
            Path database,
            NumberFile number,
            Function<JdbcClient, List<String>> proof,
            Instant at,
            DateTimeFormatter stamp) {
        this.database = database;
        this.number = number;
        this.proof = proof;
        this.at = at;
        this.stamp = stamp;
    }

    Kept of(Path copy, Function<String, Boolean> known) throws IOException, SQLException {
        var given = new SqliteFile(copy);
        var schema = given.schema();
        if (schema.isEmpty()) {
            return new Kept.Refused(copy + " is no database of Cadeau.");
        }
        if (!known.apply(schema)) {
            return new Kept.Refused(copy + " was written by a newer Cadeau (schema " + schema + ").");
        }
        var ready = database.resolveSibling("cadeau.db.restoring");
        Files.deleteIfExists(ready);
        given.copyTo(ready, at, proof);
        // From here on every older database is known to be older, whatever it says of itself.
        number.write(Math.max(number.read().orElse(0), new SqliteFile(ready).generation()) + 1);
        var replaced = moveAside();
        Files.move(ready, database, StandardCopyOption.ATOMIC_MOVE);
        Synced.folderOf(database);
        return new Kept.PutBack(database, replaced);
    }

    /** Its log goes first and with it: a log that is left behind would be played into the copy. */
    private @Nullable Path moveAside() throws IOException {
        if (!Files.exists(database)) {
            return null;
        }
        var aside = database.resolveSibling("cadeau.db.replaced-" + stamp.format(at));
        for (var tail : List.of("-wal", "-shm", "")) {
            var part = database.resolveSibling(database.getFileName() + tail);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(aside.getFileName() + tail), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Synced.folderOf(database);
        return aside;
    }
}
