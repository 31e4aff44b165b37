package app.cadeau.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process and all that came from it, as Linux counts them. What has ended meanwhile is not counted. */
record ProcessTree(ProcessHandle root) {

    private static final int MILLIS_PER_TICK = 10;

    /** Where a collection of everything leaves what is reachable; what was made since lies in the other generation. */
    private static final Pattern USED = Pattern.compile("Tenured +total \\d+K, used (\\d+)K");

    /** CPU milliseconds used so far, user and system, by process. */
    Map<ProcessHandle, Long> cpuMillis() {
        return all().collect(Collectors.toMap(Function.identity(), ProcessTree::cpu));
    }

    /** CPU milliseconds used since then by what still runs, by kind: java, and the processes of Chromium by their own names. */
    Map<String, Long> cpuMillisSince(Map<ProcessHandle, Long> then) {
        return all().collect(Collectors.groupingBy(
                ProcessTree::kind,
                TreeMap::new,
                Collectors.summingLong(process -> cpu(process) - then.getOrDefault(process, 0L))));
    }

    /** Memory in MiB; a page that n processes share counts 1/n in each. */
    long pssMebibytes() {
        return all().mapToLong(ProcessTree::pssKibibytes).sum() / 1024;
    }

    /** The same by kind. */
    Map<String, Long> pssMebibytesByKind() {
        return all()
                .collect(Collectors.groupingBy(
                        ProcessTree::kind, TreeMap::new, Collectors.summingLong(ProcessTree::pssKibibytes)))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue() / 1024, (one, other) -> one, TreeMap::new));
    }

    /** What is reachable in the Java programs, after a collection: their memory as the system sees it follows later. */
    long liveHeapMebibytes() {
        return all().filter(process -> kind(process).equals("java"))
                .mapToLong(ProcessTree::liveHeap)
                .sum();
    }

    private static long liveHeap(ProcessHandle process) {
        var used = USED.matcher(jcmd(process, "GC.run") + jcmd(process, "GC.heap_info"));
        var kibibytes = used.results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return kibibytes / 1024;
    }

    private static String jcmd(ProcessHandle process, String order) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), order).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    List<ProcessHandle> processes() {
        return all().toList();
    }

    long threads() {
        return all().flatMap(process -> read(process, "status").stream())
                .filter(line -> line.startsWith("Threads:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Open files, sockets and pipes. */
    long handles() {
        return all().mapToLong(ProcessTree::handles).sum();
    }

    private static long handles(ProcessHandle process) {
        var open = Path.of("/proc", Long.toString(process.pid()), "fd").toFile().list();
        return open == null ? 0 : open.length;
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static String kind(ProcessHandle process) {
        var words = String.join("", read(process, "cmdline")).split("[\\x00 ]");
        var type = Stream.of(words).filter(word -> word.startsWith("--type=")).findFirst();
        var service = Stream.of(words)
                .filter(word -> word.startsWith("--utility-sub-type="))
                .findFirst();
        var program = words[0].substring(words[0].lastIndexOf('/') + 1);
        return service.or(() -> type)
                .map(word -> word.replaceAll("^--[a-z-]+=|\\..*", ""))
                .orElse(program);
    }

    private static long cpu(ProcessHandle process) {
        var stat = read(process, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The name in brackets may hold anything; the fields after it do not.
        var line = stat.getFirst();
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    private static long pssKibibytes(ProcessHandle process) {
        return read(process, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static List<String> read(ProcessHandle process, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
