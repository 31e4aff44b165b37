package app.cadeau.browser;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the CPU is short, the pages come first: a press is due at its moment, while what carries its request, its answer
 * and its evidence only has to keep up. Linux shares the CPU by "nice", which everybody may raise for what is their own;
 * so the driver, the browser and its network service are given a higher one than the pages have. Elsewhere nothing is done.
 */
final class PressesFirst {

    private static final Logger LOG = LoggerFactory.getLogger(PressesFirst.class);

    /** A third of the weight that a page has. */
    private static final int STEP = 5;

    private static final int NICEST = 19;
    private static final int ONE_THREAD = 0; // PRIO_PROCESS, which on Linux means the thread of that number
    private static final Path PROC = Path.of("/proc");
    private static final @Nullable MethodHandle SET_PRIORITY = setPriority();

    private PressesFirst() {}

    /**
     * All that an engine has running now but its pages; threads begun later take it over. To be said with each lane: Chromium
     * gives some threads a rank of its own a moment after they have begun, and a service that died comes back with none.
     */
    static void of(EngineProcesses engine) {
        if (SET_PRIORITY == null) {
            return;
        }
        try {
            var nice = Math.min(NICEST, niceOf(PROC.resolve("self")) + STEP);
            for (var pid : besidesPages(engine)) {
                standBack(SET_PRIORITY, PROC.resolve(String.valueOf(pid)), nice);
            }
        } catch (IOException | RuntimeException untold) {
            LOG.debug("the pages do not come first: {}", untold.getMessage());
        }
    }

    private static List<Long> besidesPages(EngineProcesses engine) {
        var driver = engine.driver();
        var browser = ProcessHandle.of(engine.browser().pid());
        var own = Stream.concat(
                Stream.ofNullable(driver).map(EngineProcesses.Process::pid), browser.map(ProcessHandle::pid).stream());
        var services = browser.stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .filter(PressesFirst::isService);
        return Stream.concat(own, services).toList();
    }

    /** Not what pages are begun from: they would take it over. */
    private static boolean isService(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .contains("--type=utility");
        } catch (IOException ended) {
            return false;
        }
    }

    private static void standBack(MethodHandle setPriority, Path process, int nice) throws IOException {
        try (var threads = Files.list(process.resolve("task"))) {
            for (var thread : threads.toList()) {
                var id = Integer.parseInt(thread.getFileName().toString());
                if (call(setPriority, id, nice) != 0) {
                    LOG.debug("thread {} keeps its priority", id);
                }
            }
        }
    }

    private static int call(MethodHandle setPriority, int thread, int nice) {
        try {
            return (int) setPriority.invokeExact(ONE_THREAD, thread, nice);
        } catch (Throwable refused) {
            throw new IllegalStateException("setpriority: " + refused.getMessage(), refused);
        }
    }

    /** Of a process's first thread: proc(5), stat, field 19; the name before it may have spaces and brackets. */
    static int niceOf(Path process) throws IOException {
        var stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private static @Nullable MethodHandle setPriority() {
        if (!Files.isDirectory(PROC.resolve("self/task"))) {
            return null;
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(at -> linker.downcallHandle(at, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)))
                .orElse(null);
    }
}
