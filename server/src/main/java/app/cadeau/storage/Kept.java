package app.cadeau.storage;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of keeping a copy, or of putting one back. */
public sealed interface Kept {

    /** A copy that was checked: it reads, and its book ties. */
    record Copied(Path file, long bytes, Instant at) implements Kept {}

    /** @param replaced where the database that was there before lies now, or null when there was none */
    record PutBack(Path database, @Nullable Path replaced) implements Kept {}

    /** The data is not in a file of ours; the sentence says what copies it. */
    record NotOurs(String sentence) implements Kept {}

    /** Nothing was written over, nothing was put back; the sentence says why. */
    record Refused(String sentence) implements Kept {}
}
