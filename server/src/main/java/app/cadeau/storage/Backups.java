package app.cadeau.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of a SQLite database: made while a daemon works, and put back while none does. */
public final class Backups {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final @Nullable Path database;
    private final Function<JdbcClient, List<String>> proof;
    private final InstantSource clock;

    /**
     * @param database the file, or null when the data is not kept in SQLite
     * @param proof reads the books of a copy and says what does not tie
     */
    public Backups(@Nullable Path database, Function<JdbcClient, List<String>> proof, InstantSource clock) {
        this.database = database;
        this.proof = proof;
        this.clock = clock;
    }

    /** Copies the database as it is now; whoever writes goes on. */
    public Kept write(Path copy) {
        if (database == null) {
            return new Kept.NotOurs("The data is kept in PostgreSQL: use pg_dump. Keep the file \"generation\" of the"
                    + " data folder where it is; it tells an older database from the newest.");
        }
        var folder = copy.toAbsolutePath().getParent();
        if (Files.exists(copy) || folder == null || !Files.isDirectory(folder)) {
            return new Kept.Refused(
                    Files.exists(copy) ? copy + " exists already; nothing is written over." : copy + " has no folder.");
        }
        return writeChecked(database, copy);
    }

    private Kept writeChecked(Path from, Path copy) {
        var at = clock.instant();
        try {
            new SqliteFile(from).copyTo(copy, at, proof);
            return new Kept.Copied(copy, Files.size(copy), at);
        } catch (SqliteFile.NotSound fault) {
            return new Kept.Refused("The copy was thrown away: " + fault.getMessage() + ".");
        } catch (IOException | SQLException | UncheckedIOException failed) {
            return new Kept.Refused("No copy could be made: " + StorageTrouble.sentence(failed));
        }
    }

    /** Before the tables change: a copy in {@code folder}, of which the newest {@code most} are kept. */
    public Kept writeInto(Path folder, String name, int most) {
        try {
            Files.createDirectories(folder);
            var kept = write(folder.resolve(name + "-" + STAMP.format(clock.instant()) + ".db"));
            if (kept instanceof Kept.Copied) {
                thin(folder, most);
            }
            return kept;
        } catch (IOException unusable) {
            return new Kept.Refused("No copy could be made in " + folder + ": " + StorageTrouble.sentence(unusable));
        }
    }

    private static void thin(Path folder, int most) throws IOException {
        try (var files = Files.list(folder)) {
            for (var old : files.filter(file -> file.toString().endsWith(".db"))
                    .sorted(Comparator.comparing(Backups::changed).reversed())
                    .skip(most)
                    .toList()) {
                Files.delete(old);
            }
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /**
     * Puts a copy in the place of the database; the one that was there stays beside it. Only for a home in which no daemon
     * works.
     *
     * @param number the file with the number beside the database
     * @param known whether this program knows a schema, by its version
     */
    public Kept putBack(Path copy, Path number, Function<String, Boolean> known) {
        if (database == null) {
            return new Kept.NotOurs("The data is kept in PostgreSQL: use pg_restore. The next start sees by its number"
                    + " that the database is older, and waits for a person.");
        }
        try {
            return new PuttingBack(database, new NumberFile(number), proof, clock.instant(), STAMP).of(copy, known);
        } catch (SqliteFile.NotSound fault) {
            return new Kept.Refused("Nothing was put back: " + fault.getMessage() + ".");
        } catch (IOException | SQLException | UncheckedIOException failed) {
            return new Kept.Refused("Nothing was put back: " + StorageTrouble.sentence(failed));
        }
    }
}
