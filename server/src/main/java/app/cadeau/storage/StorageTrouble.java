package app.cadeau.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What can be wrong with the place where data is kept, in words for whoever can mend it. */
public enum StorageTrouble {
    FULL("The disk is full: nothing more can be written. Make room."),
    READ_ONLY("The database cannot be written: the file, its folder or the disk is read-only."),
    DAMAGED("The database file is damaged. Put a backup back: cadeau restore FILE."),
    LOCKED("The database is locked by another program."),
    GONE("The database does not answer.");

    private final String sentence;

    StorageTrouble(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** Whether a statement that failed so has certainly written nothing. */
    public boolean wroteNothing() {
        return this != GONE;
    }

    /** The trouble behind an exception, however deep it lies; empty when it is something else. */
    public static Optional<StorageTrouble> of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    static String sentence(Throwable failed) {
        return of(failed).map(StorageTrouble::sentence).orElseGet(() -> String.valueOf(failed.getMessage()));
    }

    private static @Nullable StorageTrouble known(Throwable cause) {
        return switch (cause) {
            case SQLiteException sqlite -> sqlite(sqlite.getResultCode().code & 0xff);
            case SQLException other -> state(other.getSQLState());
            case AccessDeniedException denied -> READ_ONLY;
            case ReadOnlyFileSystemException fixed -> READ_ONLY;
            case IOException io when String.valueOf(io.getMessage()).contains("No space left") -> FULL;
            case IOException io when String.valueOf(io.getMessage()).contains("Read-only file system") -> READ_ONLY;
            default -> null;
        };
    }

    // The primary result codes of SQLite; what it says beyond them is in the upper bytes.
    private static @Nullable StorageTrouble sqlite(int code) {
        return switch (code) {
            case 5, 6 -> LOCKED;
            case 8 -> READ_ONLY;
            case 10, 14 -> GONE;
            case 11, 26 -> DAMAGED;
            case 13 -> FULL;
            default -> null;
        };
    }

    // The states of PostgreSQL.
    private static @Nullable StorageTrouble state(@Nullable String state) {
        return switch (state) {
            case null -> null;
            case "53100" -> FULL;
            case "25006" -> READ_ONLY;
            case "55P03" -> LOCKED;
            case "XX001", "XX002" -> DAMAGED;
            case "53300", "57P01", "57P02", "57P03" -> GONE;
            case String other when other.startsWith("08") -> GONE;
            default -> null;
        };
    }
}
