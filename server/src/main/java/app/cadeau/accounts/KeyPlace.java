package app.cadeau.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key is: in the environment, which only its owner can change, or in a file. While a file's key is
 * replaced, the next one lies beside it; which of the two is meant is told by what the sessions are wrapped with.
 */
public final class KeyPlace {

    private final @Nullable MasterKey given;
    private final Path file;
    private final boolean ours;
    private final List<MasterKey> former;

    private KeyPlace(@Nullable MasterKey given, Path file, boolean ours, List<MasterKey> former) {
        this.given = given;
        this.file = file;
        this.ours = ours;
        this.former = List.copyOf(former);
    }

    /** The key that the environment names. */
    public static KeyPlace environment(MasterKey key) {
        return new KeyPlace(key, Path.of(""), false, List.of());
    }

    /** A file of the owner's, which must be there. */
    public static KeyPlace ownersFile(Path file) {
        return new KeyPlace(null, file, false, List.of());
    }

    /** A file in the home; it is made when there is none and nothing was sealed yet. */
    public static KeyPlace inHome(Path file) {
        return new KeyPlace(null, file, true, List.of());
    }

    /** Sessions that only this key opens are wrapped anew at the start. */
    public KeyPlace afterKey(MasterKey old) {
        var all = new ArrayList<>(former);
        all.add(old);
        return new KeyPlace(given, file, ours, all);
    }

    List<MasterKey> former() {
        return former;
    }

    boolean mayMake() {
        return given == null && ours;
    }

    /** Whether a command may replace the key. */
    boolean changeable() {
        return given == null;
    }

    /** The key as it is, or nothing when its file is gone. */
    Optional<MasterKey> current() {
        if (given != null) {
            return Optional.of(given);
        }
        return Files.exists(file) ? Optional.of(MasterKey.from(file)) : Optional.empty();
    }

    /** What a rotation that broke off left beside the file; one that was never written in full was never used. */
    Optional<MasterKey> next() {
        if (given != null || !Files.exists(beside())) {
            return Optional.empty();
        }
        try {
            return Optional.of(MasterKey.from(beside()));
        } catch (IllegalArgumentException torn) {
            return Optional.empty();
        }
    }

    MasterKey make() {
        return MasterKey.madeIn(file);
    }

    /** Puts a new key beside the file; it is on the disk when this returns. */
    MasterKey prepare() {
        discard();
        return MasterKey.madeIn(beside());
    }

    /** The key beside becomes the key. */
    void adopt() {
        try {
            Files.move(beside(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            MasterKey.syncFolder(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException("the new master key cannot be moved to " + file, stuck);
        }
    }

    void discard() {
        try {
            if (given == null) {
                Files.deleteIfExists(beside());
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException(beside() + " cannot be removed", stuck);
        }
    }

    private Path beside() {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** For a sentence: where a person looks for the key. */
    @Override
    public String toString() {
        return given == null ? file.toString() : "CADEAU_MASTER_KEY";
    }
}
