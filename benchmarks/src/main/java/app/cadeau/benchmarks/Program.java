package app.cadeau.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that was started here, is listened to, and ends with the benchmark. */
final class Program implements AutoCloseable {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

    private final Process process;
    private final BufferedReader lines;

    private Program(Process process) {
        this.process = process;
        this.lines = process.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static Program start(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException failed) {
            throw new IllegalStateException("cannot start " + command.getFirst(), failed);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Reads on to the first line that fits. */
    Matcher await(Pattern line) {
        try {
            for (var said = lines.readLine(); said != null; said = lines.readLine()) {
                var found = line.matcher(said);
                if (found.find()) {
                    return found;
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("waiting for " + line, broken);
        }
        throw new IllegalStateException("it ended before it said " + line);
    }

    ProcessTree tree() {
        return new ProcessTree(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
