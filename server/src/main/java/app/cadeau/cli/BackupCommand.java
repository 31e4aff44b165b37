package app.cadeau.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadeau backup FILE}: while the daemon works, or without one. */
@Command(name = "backup", description = "Writes a checked copy of the database; nothing is written over.")
final class BackupCommand extends Reaching {

    @Parameters(paramLabel = "FILE", description = "The copy. It holds sessions, sealed; master.key is not in it.")
    Path file;

    @Override
    int ask(Client client) {
        var copy = client.post(
                "/api/backup", Map.of("file", file.toAbsolutePath().normalize().toString()));
        if (!asJson(copy)) {
            world().out()
                    .println(copy.path("file").asString() + ", "
                            + copy.path("bytes").asString() + " bytes: it reads, and its book ties.");
        }
        return Exit.FINE;
    }
}
