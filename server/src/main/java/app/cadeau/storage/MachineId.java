package app.cadeau.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Tells this machine from others, without telling which it is: what is kept is a hash. */
public final class MachineId {

    private static final List<Path> FILES = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private MachineId() {}

    /** @param named by its owner, for containers that are born anew; blank to look for what the system says */
    public static String of(String named) {
        var id = named.isBlank() ? system() : named.strip();
        return UUID.nameUUIDFromBytes(("cadeau " + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String system() {
        return FILES.stream()
                .map(MachineId::read)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(MachineId::host);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return System.getProperty("user.name", "") + "@" + System.getProperty("os.name", "");
        }
    }
}
