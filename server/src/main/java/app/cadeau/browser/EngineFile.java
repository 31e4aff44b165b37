package app.cadeau.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of this run in a small file, one browser a line: pid, start in milliseconds, and profile. A kill of the
 * daemon leaves it behind; the next start ends what it names before anything else happens.
 */
final class EngineFile implements EngineRegister {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFile.class);

    private final Path file;
    private final Map<String, EngineProcesses> running = new LinkedHashMap<>();

    EngineFile(Path file) {
        this.file = file;
    }

    /** Ends the processes of a former run that are still the same. */
    void endFormer() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 3);
                if (parts.length > 1 && process(parts).end()) {
                    LOG.warn("ended process {} of a former run", parts[0]);
                }
                if (parts.length > 2) {
                    Chromium.deleteProfile(Path.of(parts[2]));
                }
            }
        } catch (IOException | NumberFormatException unreadable) {
            LOG.warn("{} could not be read: {}", file, unreadable.toString());
        }
        write();
    }

    private static EngineProcesses.Process process(String[] parts) {
        return new EngineProcesses.Process(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    @Override
    public synchronized void started(String engine, EngineProcesses processes) {
        running.put(engine, processes);
        write();
    }

    @Override
    public synchronized void ended(String engine) {
        running.remove(engine);
        write();
    }

    private synchronized void write() {
        List<String> lines = running.values().stream()
                .filter(engine -> engine.browser().started() != null)
                .map(engine -> engine.browser().pid() + " "
                        + started(engine.browser()).toEpochMilli() + " " + engine.profile())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    private static Instant started(EngineProcesses.Process process) {
        return java.util.Objects.requireNonNull(process.started());
    }
}
