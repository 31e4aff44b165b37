package app.cadeau.benchmarks;

import java.util.List;

/** One benchmark by its name; each prints lines of a Markdown table. */
final class Benchmarks {

    private static final String USAGE =
            "usage: ./cadeau bench api [QUANTITY] | pace [QUANTITY] | compare [QUANTITY] | stops [HOW MANY] | lanes [SECONDS [HOW MANY…]] | admission [SECONDS [ACCOUNTS]] | soak MINUTES [LANES] | start | frames | queue [SENDS] | torture [ROUNDS [SEED]] | seeds [HOW MANY [FIRST]] | mistakes | barrier [TIMES] | deaths [TIMES]";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var name = words.isEmpty() ? "" : words.getFirst();
        switch (name) {
            case "api" -> ApiBenchmark.run(number(words, 400));
            case "pace" -> PaceBenchmark.run(number(words, 1000));
            case "compare" -> Comparison.run(number(words, 300));
            case "stops" -> StopsBenchmark.run(number(words, 50));
            case "lanes" -> LanesBenchmark.run(words.subList(1, words.size()));
            case "admission" -> AdmissionBenchmark.run(words.subList(1, words.size()));
            case "soak" -> SoakBenchmark.run(words.subList(1, words.size()));
            case "start" -> StartBenchmark.run();
            case "frames" -> FramesBenchmark.run();
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static int number(List<String> words, int otherwise) {
        return words.size() > 1 ? Integer.parseInt(words.get(1)) : otherwise;
    }
}
