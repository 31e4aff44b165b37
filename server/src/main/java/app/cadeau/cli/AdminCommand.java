package app.cadeau.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadeau admin create}: the first admin, and more members from this machine. */
@Command(
        name = "admin",
        description = "Makes the first admin of the team.",
        subcommands = {AdminCommand.Create.class, AdminCommand.RotateKey.class})
final class AdminCommand extends Group {

    @Command(name = "create", description = "Makes an admin; the password is asked for, or read from standard input.")
    static final class Create extends Reaching {

        @Parameters(index = "0", paramLabel = "NAME", description = "How they log in.")
        String name;

        @Option(names = "--password-file", paramLabel = "FILE", description = "Its first line is the password.")
        @Nullable
        Path passwordFile;

        @Override
        int ask(Client client) {
            var first = client.get("/api/auth/state").path("needsAdmin").booleanValue();
            var path = first ? "/api/auth/first-admin" : "/api/members";
            var made = first
                    ? client.post(path, Map.of("name", name, "password", password()))
                            .path("member")
                    : client.post(path, Map.of("name", name, "password", password(), "role", "ADMIN"));
            if (!asJson(made)) {
                world().out().println("Admin " + made.path("name").asString() + " can log in.");
            }
            return Exit.FINE;
        }

        private String password() {
            try {
                if (passwordFile != null) {
                    return firstLine(Files.readString(passwordFile));
                }
                var console = System.console();
                if (console != null && console.isTerminal()) {
                    return twice(console);
                }
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                var line = input.readLine();
                return line == null ? "" : line;
            } catch (IOException unreadable) {
                throw new CommandFailed(Exit.BAD_ARGUMENTS, "the password cannot be read", unreadable);
            }
        }

        private static String twice(java.io.Console console) {
            var one = console.readPassword("Password of 12 characters or more: ");
            var other = console.readPassword("Once more: ");
            if (one == null || other == null || !java.util.Arrays.equals(one, other)) {
                throw new CommandFailed(Exit.BAD_ARGUMENTS, "the two are not the same");
            }
            return new String(one);
        }

        private static String firstLine(String text) {
            return text.lines().findFirst().orElse("");
        }
    }

    @Command(name = "rotate-signing-key", description = "Signs access tokens with a new key from now on.")
    static final class RotateKey extends Reaching {

        @Override
        int ask(Client client) {
            var made = client.post("/api/auth/signing-key/rotate", Map.of());
            if (!asJson(made)) {
                world().out()
                        .println("Access tokens are signed with key "
                                + made.path("kid").asString() + " now.");
            }
            return Exit.FINE;
        }
    }
}
