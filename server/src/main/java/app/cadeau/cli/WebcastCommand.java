package app.cadeau.cli;

import app.cadeau.webcast.UndecodableException;
import app.cadeau.webcast.WebcastJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cadeau webcast decode}. */
@Command(name = "webcast", description = "Reads frames of the LIVE stream.", subcommands = WebcastCommand.Decode.class)
final class WebcastCommand extends Group {

    @Command(name = "decode", description = "Decodes captured frames to JSON, one object a line.")
    static final class Decode implements Callable<Integer> {

        private static final int MOST_BYTES = 64 * 1024 * 1024;

        @ParentCommand
        WebcastCommand parent;

        @Option(names = "--method", paramLabel = "M", description = "The frames are bare messages of this method.")
        @Nullable
        String method;

        @Option(names = "--json", description = "JSON it is in any case.")
        boolean json;

        @Parameters(arity = "1..*", paramLabel = "FILE|-", description = "Base64 or binary; - is standard input.")
        List<String> files;

        @Override
        public Integer call() {
            var exit = Exit.FINE;
            for (var file : files) {
                exit = Math.max(exit, decode(file));
            }
            return exit;
        }

        private int decode(String file) {
            var world = parent.cadeau().world();
            try {
                var decoded = WebcastJson.decode(bytes(file), method);
                decoded.lines().forEach(world.out()::println);
                decoded.errors().forEach(error -> world.err().println("cadeau: " + file + ": " + error));
                return decoded.errors().isEmpty() ? Exit.FINE : Exit.NOT_IN_FULL;
            } catch (UndecodableException broken) {
                world.err().println("cadeau: " + file + ": " + broken.getMessage());
                return Exit.NOT_IN_FULL;
            } catch (IOException unreadable) {
                world.err().println("cadeau: " + file + " cannot be read");
                return Exit.BAD_ARGUMENTS;
            }
        }

        private static byte[] bytes(String file) throws IOException {
            try (var in = "-".equals(file) ? System.in : Files.newInputStream(Path.of(file))) {
                return in.readNBytes(MOST_BYTES);
            }
        }
    }
}
