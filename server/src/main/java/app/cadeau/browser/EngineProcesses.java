package app.cadeau.browser;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The processes of an engine: pid and start time, since pids are used again. */
public record EngineProcesses(Process browser, @Nullable Process driver) {

    /** @param started null where the system does not tell it: then the process is never ended by a later run */
    public record Process(long pid, @Nullable Instant started) {

        static Process of(ProcessHandle handle) {
            return new Process(handle.pid(), handle.info().startInstant().orElse(null));
        }

        /** Ends the process if it still is the one that was written down. */
        public boolean end() {
            return ProcessHandle.of(pid)
                    .filter(h -> started != null
                            && h.info()
                                    .startInstant()
                                    .filter(s -> s.toEpochMilli() == started.toEpochMilli())
                                    .isPresent())
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        }
    }

    static EngineProcesses ofBrowser(long pid) {
        var handle = ProcessHandle.of(pid);
        return new EngineProcesses(
                handle.map(Process::of).orElseGet(() -> new Process(pid, null)),
                handle.flatMap(ProcessHandle::parent).map(Process::of).orElse(null));
    }

    /** The browser first: a driver that ends in good order would let it say goodbye to its pages. */
    public void end() {
        browser.end();
        if (driver != null) {
            driver.end();
        }
    }
}
