package app.cadeau.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cadeau and a plain script, one after the other on the same page: pace, CPU, memory, time to the first gift. */
final class Comparison {

    private static final double CPS = 12;

    private Comparison() {}

    private record Figures(Pace pace, long landed, Map<String, Long> cpuMillis, long mebibytes, long firstGiftMillis) {

        double cpuMillisPerGift() {
            return (double) cpuMillis.values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    / landed;
        }

        void printCpu(String name) {
            cpuMillis.forEach((kind, millis) -> {
                if (millis > 0) {
                    System.out.printf("| %s | %s | %s |%n", name, kind, Pace.number((double) millis / landed));
                }
            });
        }

        void print(String name) {
            System.out.printf(
                    "| %s | %d | %s | %s | %s | %d | %d |%n",
                    name,
                    landed,
                    Pace.number(pace.mean()),
                    Pace.number(pace.deviation()),
                    Pace.number(cpuMillisPerGift()),
                    mebibytes,
                    firstGiftMillis);
        }
    }

    static void run(int quantity) {
        try (var desk = new Desk()) {
            var script = script(desk, quantity);
            var cadeau = cadeau(desk, quantity);
            System.out.println(
                    "| " + quantity
                            + " gifts | landed | pace | interval sd, ms | CPU ms a gift | PSS MiB | command to first gift, ms |");
            System.out.println("|---|---|---|---|---|---|---|");
            script.print("plain script");
            cadeau.print("Cadeau");
            System.out.println("\n| whose CPU | process | ms a gift |\n|---|---|---|");
            script.printCpu("plain script");
            cadeau.printCpu("Cadeau");
        }
    }

    private static Figures script(Desk desk, int quantity) {
        var command = List.of(
                Program.java(),
                "-cp",
                System.getProperty("java.class.path", ""),
                PlainScript.class.getName(),
                desk.url(),
                Integer.toString(quantity),
                Double.toString(CPS));
        var started = System.currentTimeMillis();
        try (var program = Program.start(command, Map.of())) {
            program.await(Pattern.compile("^sending$"));
            var before = program.tree().cpuMillis();
            program.await(Pattern.compile("^sent$"));
            var used = program.tree().cpuMillisSince(before);
            return figures(desk, used, program.tree().pssMebibytes(), started);
        }
    }

    // A first send makes the page warm; the second one is measured, from the order to the receipt.
    private static Figures cadeau(Desk desk, int quantity) {
        try (var cadeau = new Cadeau(desk)) {
            cadeau.receipt(cadeau.send(20, CPS), Duration.ofMinutes(2));
            desk.forget();
            var before = cadeau.tree().cpuMillis();
            var started = System.currentTimeMillis();
            var receipt = cadeau.receipt(cadeau.send(quantity, CPS), Duration.ofMinutes(10));
            var used = cadeau.tree().cpuMillisSince(before);
            require(receipt.path("state").asString().equals("CONFIRMED"), receipt.toString());
            return figures(desk, used, cadeau.tree().pssMebibytes(), started);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static Figures figures(Desk desk, Map<String, Long> cpuMillis, long mebibytes, long started) {
        var gifts = desk.gifts();
        var landed = desk.landed();
        return new Figures(
                Pace.of(gifts), landed, cpuMillis, mebibytes, gifts.getFirst().acceptedAt() - started);
    }
}
