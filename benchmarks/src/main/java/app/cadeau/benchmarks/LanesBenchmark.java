package app.cadeau.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
    private record Line(Pace pace, JsonNode receipt) {

        boolean confirmed() {
            return receipt.path("state").asString().equals("CONFIRMED");
        }

        /** From the command on, in ms. */
        long firstGift() {
            return Duration.between(
                            Instant.parse(receipt.path("queuedAt").asString()),
                            Instant.parse(receipt.path("firstPressAt").asString()))
                    .toMillis();
        }
    }

    /** @param words seconds, then how many lanes, one after the other */
    static void run(List<String> words) {
        var seconds = words.isEmpty() ? 30 : Integer.parseInt(words.getFirst());
        var lanes = words.size() > 1 ? words.subList(1, words.size()) : USUAL;
        System.out.println(
                "| lanes | rate mean | worst | fastest second of any | interval sd, ms | late intervals | confirmed / unknown / truth | CPU of a core: java | Chromium | simulator"
                        + " | CPU ms a gift, all three | PSS MiB | first gift after the command, ms, worst"
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
            var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            var run = run(desk, cadeau, accounts, (int) (seconds * CPS));
            run.aside();
            System.out.printf("| %d | %s | %s | %.1f |%n", lanes, run.columns(), stop(desk, cadeau, accounts), load);
        }
    }

    private static Run run(Desk desk, Cadeau cadeau, List<String> accounts, int gifts) {
        var used = cadeau.tree().cpuMillis();
        var usedByDesk = desk.tree().cpuMillis();
        var began = System.nanoTime();
        var receipts = send(cadeau, accounts, gifts);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var cpu = cadeau.tree().cpuMillisSince(used);
        var deskCpu = desk.tree().cpuMillisSince(usedByDesk);
        var memory = cadeau.tree().pssMebibytes();
        var lines = IntStream.range(0, accounts.size())
                .mapToObj(i -> new Line(Pace.of(desk.giftsOf(accounts.get(i))), receipts.get(i)))
                .toList();
        return new Run(lines, took, cpu, deskCpu, desk.landed(), memory);
    }

    /** What all lanes did together, and what it took; CPU in ms by kind of process. */
    private record Run(
            List<Line> lines,
            Duration took,
            Map<String, Long> cpu,
            Map<String, Long> deskCpu,
            long landed,
            long mebibytes) {

        String columns() {
            return "%.2f | %.2f | %.2f | %.1f | %d | %d / %d / %d | %s | %s | %s | %.1f | %d | %d"
                    .formatted(
                            each(Pace::mean).average().orElse(0),
                            each(Pace::mean).min().orElse(0),
                            each(pace -> pace.fastest((int) CPS)).max().orElse(0),
                            each(Pace::deviation).average().orElse(0),
                            (long) each(pace -> pace.stalls(CPS)).sum(),
                            sum("confirmed"),
                            sum("unknown"),
                            landed,
                            share(cpu, "java"::equals),
                            share(cpu, kind -> !kind.equals("java")),
                            share(deskCpu, kind -> true),
                            perGift(total(cpu) + total(deskCpu)),
                            mebibytes,
                            lines.stream().mapToLong(Line::firstGift).max().orElse(0));
        }

        /** What the table has no room for. On a busy machine no figure stands alone: for the simulator a gift is always the same work. */
        void aside() {
            lines.stream().filter(line -> !line.confirmed()).forEach(line -> System.err.println(line.receipt));
            var kinds = cpu.entrySet().stream()
                    .map(kind -> "%s %.2f".formatted(kind.getKey(), perGift(kind.getValue())))
                    .collect(Collectors.joining(", "));
            System.err.printf(
                    "CPU ms a gift: %s; simulator %.2f; product to simulator %.2f%n",
                    kinds, perGift(total(deskCpu)), total(cpu) / (double) Math.max(1, total(deskCpu)));
            System.err.println("intervals, ms: "
                    + Pace.spread(lines.stream().map(Line::pace).toList()));
            System.err.println("late, number of the press and ms, by lane: "
                    + lines.stream().map(line -> line.pace.stalled(CPS)).collect(Collectors.joining(" | ")));
        }

        private DoubleStream each(ToDoubleFunction<Pace> figure) {
            return lines.stream().map(Line::pace).mapToDouble(figure);
        }

        private long sum(String field) {
            return lines.stream()
                    .mapToLong(line -> line.receipt.path(field).asLong())
                    .sum();
        }

        private double perGift(long millis) {
            return millis / (double) Math.max(1, landed);
        }

        private String share(Map<String, Long> cpuMillis, Predicate<String> which) {
            var millis = cpuMillis.entrySet().stream()
                    .filter(kind -> which.test(kind.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return "%.1f %%".formatted(millis * 100.0 / took.toMillis());
        }
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

    private static long total(Map<String, Long> cpuMillis) {
        return cpuMillis.values().stream().mapToLong(Long::longValue).sum();
    }
}
