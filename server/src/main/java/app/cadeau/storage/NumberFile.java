package app.cadeau.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** The number beside the database: one file that is whole or old, never half. */
final class NumberFile {

    private final Path file;

    NumberFile(Path file) {
        this.file = file;
    }

    /** Empty when there is none, or none that can be read. */
    OptionalLong read() {
        try {
            return Files.exists(file)
                    ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
                    : OptionalLong.empty();
        } catch (NumberFormatException garbled) {
            return OptionalLong.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the number " + file + " cannot be read", unreadable);
        }
    }

    /** On disk when this returns. */
    void write(long number) {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                var text = ByteBuffer.wrap((number + "\n").getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Synced.folderOf(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the number " + file + " cannot be written", unwritable);
        }
    }
}
