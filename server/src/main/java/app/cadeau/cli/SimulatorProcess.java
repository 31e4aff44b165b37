package app.cadeau.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The simulator, a program of its own beside the daemon, and ended with it. */
final class SimulatorProcess implements AutoCloseable {

    static final String CLASS_PATH = "cadeau.simulator.classpath";

    private static final String MAIN = "app.cadeau.simulator.Main";
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(3);

    private final Process process;
    private final int port;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    SimulatorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofVirtual().name("simulator").start(this::listen);
    }

    /** Starts it and does not wait for it. It ends when this program does, even when that is killed. */
    static SimulatorProcess start(int port, Path log) {
        try {
            var process = new ProcessBuilder(deafToCtrlC(command(List.of("--port", Integer.toString(port)))))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new SimulatorProcess(process, port);
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
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                MAIN,
                "--until-stdin-ends"));
        command.addAll(arguments);
        return command;
    }

    // Ctrl-C reaches every program of a terminal; the simulator must still answer while the daemon settles.
    private static List<String> deafToCtrlC(List<String> command) {
        var deaf = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }

    // Its first line says that it is ready; the rest is read so that it never waits for a reader.
    private void listen() {
        try (var lines = process.inputReader()) {
            while (lines.readLine() != null) {
                ready.complete(null);
            }
        } catch (IOException ended) {
            ready.completeExceptionally(ended);
        }
        ready.completeExceptionally(new IllegalStateException("the simulator ended without a word"));
    }

    /** @throws CommandFailed when it does not come */
    void awaitReady() {
        try {
            ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notReady) {
            throw new CommandFailed(
                    Exit.NOT_IN_FULL, "the simulator did not start on port " + port + "; its log tells more", notReady);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(Exit.NOT_IN_FULL, "interrupted while the simulator started", stopped);
        }
    }

    /** Returns when it has ended. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    long pid() {
        return process.pid();
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
