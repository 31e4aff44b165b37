package app.cadeau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder with all data, held by one daemon at a time: the lock falls with the process, however it ends. */
final class Home implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Home take(Path folder) {
        try {
            Files.createDirectories(folder, mode("rwx------"));
            keepPrivate(folder.resolve("cadeau.db"));
            var channel = FileChannel.open(
                    folder.resolve("daemon.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart("Another Cadeau daemon works in " + folder + "; one at a time may.");
            }
            return new Home(folder, channel);
        } catch (IOException unusable) {
            throw new CannotStart("The data folder " + folder + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    // SQLite gives its log and its shared memory the mode of the database.
    private static void keepPrivate(Path database) throws IOException {
        if (!Files.exists(database)) {
            Files.createFile(database, mode("rw-------"));
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException held) {
            throw new UncheckedIOException("the lock of " + folder + " cannot be given back", held);
        }
    }
}
