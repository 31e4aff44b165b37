package app.cadeau.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The simulator, a program of its own beside the daemon, and ended with it. */
final class SimulatorProcess implements AutoCloseable {

    static final String CLASS_PATH = "cadeau.simulator.classpath";

    private static final String MAIN = "app.cadeau.simulator.Main";
    private static final Pattern ADDRESS = Pattern.compile("http://[^\\s/]+:\\d+");
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(3);

    private final Process process;
    private final String address;

    private SimulatorProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and returns when it is ready. Port 0 takes a free one. */
    static SimulatorProcess start(int port, Path log) {
        try {
            var process = new ProcessBuilder(deafToCtrlC(command(List.of("--port", Integer.toString(port)))))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new SimulatorProcess(process, address(process, port));
        } catch (IOException failed) {
            throw new CommandFailed(
                    Exit.NOT_IN_FULL, "the simulator cannot be started: " + failed.getMessage(), failed);
        }
    }

    static List<String> command(List<String> arguments) {
        var classPath = System.getProperty(CLASS_PATH, "");
        if (classPath.isBlank()) {
            throw new CommandFailed(
                    Exit.NOT_IN_FULL, "the simulator is not at hand: run ./cadeau, or set CADEAU_LIVE_URL");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                classPath,
                MAIN));
        command.addAll(arguments);
        return command;
    }

    // Ctrl-C reaches every program of a terminal; the simulator must still answer while the daemon settles.
    private static List<String> deafToCtrlC(List<String> command) {
        var deaf = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }

    private static String address(Process process, int port) {
        var lines = process.inputReader();
        var ready = CompletableFuture.supplyAsync(() -> firstAddress(lines));
        try {
            var address = ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
            Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {}));
            return address;
        } catch (ExecutionException | TimeoutException notReady) {
            process.destroyForcibly();
            throw new CommandFailed(
                    Exit.NOT_IN_FULL, "the simulator did not start on port " + port + "; its log tells more", notReady);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CommandFailed(Exit.NOT_IN_FULL, "interrupted while the simulator started", stopped);
        }
    }

    private static String firstAddress(BufferedReader lines) {
        return lines.lines()
                .map(ADDRESS::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the simulator ended without a word"));
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
