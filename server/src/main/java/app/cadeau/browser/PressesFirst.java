package app.cadeau.browser;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the CPU is short, the pages come first: a press is due at its moment, while what carries its request, its answer
 * and its evidence only has to keep up. Linux shares the CPU by "nice", and lets a thread that wakes cut in unless it is one
 * for "batch" work (sched(7)); everybody may raise the one and choose the other for what is their own. So the
 * browser, its services and all threads of a page but the one that presses are made nicer than that one, and do not cut
 * in. Elsewhere nothing is done.
 */
final class PressesFirst {

    private static final Logger LOG = LoggerFactory.getLogger(PressesFirst.class);

    /** A third of the weight that a page has. */
    private static final int STEP = 5;

    private static final int NICEST = 19;
    private static final int ONE_THREAD = 0; // PRIO_PROCESS, which on Linux means the thread of that number
    private static final int BATCH = 3; // SCHED_BATCH
    private static final Path PROC = Path.of("/proc");
    private static final int NICE = 19; // fields of proc(5), stat, counted from 1
    private static final Optional<PressesFirst> ON_LINUX = find();

    private final MethodHandle setPriority;
    private final MethodHandle setScheduler;

    private PressesFirst(MethodHandle setPriority, MethodHandle setScheduler) {
        this.setPriority = setPriority;
        this.setScheduler = setScheduler;
    }

    /**
     * All that an engine has running now but the threads that press. To be said again and again: pages come and go, their
     * threads begin with the rank of the one that presses, and Chromium gives some a rank of its own a moment later.
     */
    static void of(EngineProcesses engine) {
        ON_LINUX.ifPresent(system -> system.standBack(engine));
    }

    private void standBack(EngineProcesses engine) {
        try (var memory = Arena.ofConfined()) {
            var noPriority = memory.allocate(JAVA_INT); // struct sched_param: 0 for all that is not real time
            var nice = Math.min(NICEST, stat(PROC.resolve("self"), NICE) + STEP);
            ProcessHandle.of(engine.browser().pid())
                    .ifPresent(browser -> Stream.concat(Stream.of(browser), browser.descendants())
                            .flatMap(process -> helpers(process.pid(), process.equals(browser)))
                            .forEach(thread -> standBack(thread, nice, noPriority)));
        } catch (IOException | RuntimeException untold) {
            LOG.debug("the pages do not come first: {}", untold.getMessage());
        }
    }

    /** The threads of a process that only have to keep up. What pages are begun from has none: they would take it over. */
    private static Stream<Integer> helpers(long pid, boolean browser) {
        try {
            var words = Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            if (browser || words.contains("--type=utility") || words.contains("--type=gpu-process")) {
                return threads(pid).stream();
            }
            var page = words.contains("--type=renderer");
            return page ? threads(pid).stream().filter(thread -> thread != pid) : Stream.empty();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    private static List<Integer> threads(long pid) throws IOException {
        try (var threads = Files.list(PROC.resolve(pid + "/task"))) {
            return threads.map(one -> Integer.valueOf(one.getFileName().toString()))
                    .toList();
        }
    }

    private void standBack(int thread, int nice, MemorySegment noPriority) {
        try {
            var nicer = (int) setPriority.invokeExact(ONE_THREAD, thread, nice);
            var batch = (int) setScheduler.invokeExact(thread, BATCH, noPriority);
            if (nicer != 0 || batch != 0) {
                LOG.trace("thread {} has ended or keeps its rank", thread);
            }
        } catch (Throwable refused) {
            throw new IllegalStateException("the system refused: " + refused.getMessage(), refused);
        }
    }

    /** A field of a process's first thread; the name before all others may have spaces and brackets. */
    static int stat(Path process, int field) throws IOException {
        var stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field - 3]);
    }

    private static Optional<PressesFirst> find() {
        if (!Files.isDirectory(PROC.resolve("self/task"))) {
            return Optional.empty();
        }
        var priority = ofSystem("setpriority", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        var scheduler = ofSystem("sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        return priority.flatMap(first -> scheduler.map(second -> new PressesFirst(first, second)));
    }

    private static Optional<MethodHandle> ofSystem(String name, FunctionDescriptor shape) {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(at -> linker.downcallHandle(at, shape));
    }
}
