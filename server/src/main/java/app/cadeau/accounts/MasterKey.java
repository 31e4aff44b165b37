package app.cadeau.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The key that wraps the key of every session: 256 bits. It is never printed. */
public final class MasterKey {

    private static final int BYTES = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes, as base64 or hex; this has " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** Reads 32 bytes from base64 or hex. */
    public static MasterKey given(String text) {
        var trimmed = text.strip();
        if (HEX.matcher(trimmed).matches()) {
            return new MasterKey(HexFormat.of().parseHex(trimmed.toLowerCase(Locale.ROOT)));
        }
        try {
            return new MasterKey(Base64.getDecoder().decode(trimmed));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a master key has 32 bytes, as base64 or hex", notBase64);
        }
    }

    /** Reads the key from a file that must be there. */
    public static MasterKey from(Path file) {
        try {
            return given(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the master key file " + file + " cannot be read", unreadable);
        }
    }

    /** Reads the key of this file, or makes one there that only its owner may read. */
    public static MasterKey madeIn(Path file) {
        if (Files.exists(file)) {
            return from(file);
        }
        var key = random();
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, mode);
            Files.writeString(file, Base64.getEncoder().encodeToString(key.bytes) + "\n", StandardOpenOption.SYNC);
            syncFolder(file);
            return key;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no master key can be made in " + file, unwritable);
        }
    }

    /** A file that is there survives the machine's fall only when its folder was synced too. */
    static void syncFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    public static MasterKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
