package app.cadeau.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Several accounts at once, each at 12 a second to one streamer, with everything on: what rate each holds, what it costs,
 * and how late a stop of all is.
 */
final class LanesBenchmark {

    private static final double CPS = 12;
    private static final int WARM_UP = 12;
    private static final Duration WITHIN = Duration.ofMinutes(6);
    private static final List<String> USUAL = List.of("1", "2", "4", "6", "8", "12", "16");

    private LanesBenchmark() {}

    /** What one lane did. */
    private record Line(String account, Pace pace, JsonNode receipt) {}

    /** @param words seconds, then how many lanes, one after the other */
    static void run(List<String> words) {
        var seconds = words.isEmpty() ? 30 : Integer.parseInt(words.getFirst());
        var lanes = words.size() > 1 ? words.subList(1, words.size()) : USUAL;
        System.out.println(
                "| lanes | rate mean | worst | interval sd, ms | late intervals | confirmed / unknown / truth | CPU of a core: java | driver | Chromium | simulator"
                        + " | CPU ms a gift, all four | PSS MiB | first gift after the command, ms, worst"
                        + " | stop of all: last press, ms | last acceptance | load before |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var count : lanes) {
            measure(Integer.parseInt(count), seconds);
        }
    }

    private static void measure(int lanes, int seconds) {
        var accounts = IntStream.rangeClosed(1, lanes).mapToObj(i -> "a" + i).toList();
        try (var desk = new Desk();
                var cadeau = new Cadeau(desk, lanes)) {
            accounts.forEach(desk::open);
            accounts.forEach(cadeau::open);
            send(cadeau, accounts, WARM_UP);
            desk.forget();
            var used = cadeau.tree().cpuMillis();
            var usedByDesk = desk.tree().cpuMillis();
            var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            var began = System.nanoTime();
            var receipts = send(cadeau, accounts, (int) (seconds * CPS));
            var took = Duration.ofNanos(System.nanoTime() - began);
            var cpu = cadeau.tree().cpuMillisSince(used);
            var deskCpu = desk.tree().cpuMillisSince(usedByDesk);
            var memory = cadeau.tree().pssMebibytes();
            var lines = IntStream.range(0, lanes)
                    .mapToObj(i -> new Line(accounts.get(i), Pace.of(desk.giftsOf(accounts.get(i))), receipts.get(i)))
                    .toList();
            receipts.stream()
                    .filter(receipt -> !receipt.path("state").asString().equals("CONFIRMED"))
                    .forEach(receipt -> System.err.println(receipt));
            var landed = desk.landed();
            byKind(cpu, deskCpu, landed);
            System.err.println("intervals, ms: "
                    + Pace.spread(lines.stream().map(line -> line.pace).toList()));
            System.out.printf(
                    "| %d | %.2f | %.2f | %.1f | %d | %d / %d / %d | %s | %s | %s | %s | %.1f | %d | %d | %s | %.1f |%n",
                    lanes,
                    lines.stream()
                            .mapToDouble(line -> line.pace.mean())
                            .average()
                            .orElse(0),
                    lines.stream().mapToDouble(line -> line.pace.mean()).min().orElse(0),
                    lines.stream()
                            .mapToDouble(line -> line.pace.deviation())
                            .average()
                            .orElse(0),
                    lines.stream().mapToLong(line -> line.pace.stalls(CPS)).sum(),
                    sum(lines, "confirmed"),
                    sum(lines, "unknown"),
                    landed,
                    share(cpu, took, "java"::equals),
                    share(cpu, took, "node"::equals),
                    share(cpu, took, kind -> !kind.equals("java") && !kind.equals("node")),
                    share(deskCpu, took, kind -> true),
                    (total(cpu) + total(deskCpu)) / (double) Math.max(1, landed),
                    memory,
                    receipts.stream().mapToLong(LanesBenchmark::firstGift).max().orElse(0),
                    stop(desk, cadeau, accounts),
                    load);
        }
    }

    /** On a busy machine no figure stands by itself; what the simulator spends on a gift is always the same work. */
    private static void byKind(Map<String, Long> cpu, Map<String, Long> deskCpu, long landed) {
        var kinds = cpu.entrySet().stream()
                .map(kind -> "%s %.2f".formatted(kind.getKey(), kind.getValue() / (double) Math.max(1, landed)))
                .collect(Collectors.joining(", "));
        System.err.printf(
                "CPU ms a gift: %s; simulator %.2f; product to simulator %.2f%n",
                kinds,
                total(deskCpu) / (double) Math.max(1, landed),
                total(cpu) / (double) Math.max(1, total(deskCpu)));
    }

    private static List<JsonNode> send(Cadeau cadeau, List<String> accounts, int quantity) {
        var sends = accounts.stream()
                .map(account -> cadeau.send(account, quantity, CPS))
                .toList();
        return sends.stream().map(send -> cadeau.receipt(send, WITHIN)).toList();
    }

    private static String stop(Desk desk, Cadeau cadeau, List<String> accounts) {
        desk.forget();
        var sends =
                accounts.stream().map(account -> cadeau.send(account, 500, CPS)).toList();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (desk.landed() < 12L * accounts.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        var commanded = System.currentTimeMillis();
        cadeau.stopAll();
        sends.forEach(send -> cadeau.receipt(send, WITHIN));
        var gifts = desk.gifts();
        return gifts.stream().mapToLong(Desk.Gift::pressedAt).max().orElse(commanded) - commanded + " | "
                + (gifts.stream().mapToLong(Desk.Gift::acceptedAt).max().orElse(commanded) - commanded);
    }

    private static long sum(List<Line> lines, String field) {
        return lines.stream()
                .mapToLong(line -> line.receipt.path(field).asLong())
                .sum();
    }

    private static long total(Map<String, Long> cpuMillis) {
        return cpuMillis.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long firstGift(JsonNode receipt) {
        return Duration.between(
                        Instant.parse(receipt.path("queuedAt").asString()),
                        Instant.parse(receipt.path("firstPressAt").asString()))
                .toMillis();
    }

    private static String share(Map<String, Long> cpuMillis, Duration took, Predicate<String> which) {
        var millis = cpuMillis.entrySet().stream()
                .filter(kind -> which.test(kind.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "%.1f %%".formatted(millis * 100.0 / took.toMillis());
    }
}
