package app.cadeau.browser;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has in the system. All other processes of it end with the browser.
 *
 * @param browser by pid and start time, since pids are used again
 * @param profile the folder that is deleted when the browser has ended
 */
public record EngineProcesses(Process browser, Path profile) {

    /** @param started null where the system does not tell it: then the process is never ended by a later run */
    public record Process(long pid, @Nullable Instant started) {

        static Process of(ProcessHandle handle) {
            return new Process(handle.pid(), handle.info().startInstant().orElse(null));
        }

        /**
         * Ends the process, if it still is the one that was written down, and what it has begun: a renderer that was
         * halted would stay, and is not to be found once its browser is gone.
         */
        public boolean end() {
            var same = ProcessHandle.of(pid).filter(this::isSame);
            var others = same.stream().flatMap(ProcessHandle::descendants).toList();
            var ended = same.map(ProcessHandle::destroyForcibly).orElse(false);
            others.forEach(ProcessHandle::destroyForcibly);
            return ended;
        }

        private boolean isSame(ProcessHandle found) {
            return started != null
                    && found.info()
                            .startInstant()
                            .filter(s -> s.toEpochMilli() == started.toEpochMilli())
                            .isPresent();
        }
    }

    static EngineProcesses ofBrowser(long pid, Path profile) {
        var process = ProcessHandle.of(pid).map(Process::of).orElseGet(() -> new Process(pid, null));
        return new EngineProcesses(process, profile);
    }

    public void end() {
        browser.end();
    }
}
