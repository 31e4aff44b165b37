package app.cadeau.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a list of moments, in milliseconds, says about a pace. */
record Pace(long[] moments) {

    static Pace of(List<Desk.Gift> gifts) {
        return new Pace(gifts.stream().mapToLong(Desk.Gift::pressedAt).sorted().toArray());
    }

    static Pace ofAcceptance(List<Desk.Gift> gifts) {
        return new Pace(gifts.stream().mapToLong(Desk.Gift::acceptedAt).sorted().toArray());
    }

    double mean() {
        return moments.length < 2 ? 0 : (moments.length - 1) * 1000.0 / (moments[moments.length - 1] - moments[0]);
    }

    /** The fastest stretch of so many intervals, per second. Moments are whole milliseconds: 12 reads up to 12.024. */
    double fastest(int intervals) {
        double most = 0;
        for (int i = intervals; i < moments.length; i++) {
            most = Math.max(most, intervals * 1000.0 / (moments[i] - moments[i - intervals]));
        }
        return most;
    }

    double median() {
        return percentile(intervals().sorted().toArray(), 50);
    }

    double deviation() {
        var mean = intervals().average().orElse(0);
        return Math.sqrt(intervals()
                .mapToDouble(one -> (one - mean) * (one - mean))
                .average()
                .orElse(0));
    }

    long longest() {
        return intervals().max().orElse(0);
    }

    /** Intervals that are longer than the pace asked for by more than a quarter. */
    long stalls(double perSecond) {
        return intervals().filter(one -> one > 1250 / perSecond).count();
    }

    /** Those, each by the number of the press that came late: "2: 131". */
    String stalled(double perSecond) {
        return IntStream.range(1, moments.length)
                .filter(i -> moments[i] - moments[i - 1] > 1250 / perSecond)
                .mapToObj(i -> (i + 1) + ": " + (moments[i] - moments[i - 1]))
                .collect(Collectors.joining(", "));
    }

    /** The deviation without those. */
    double deviationBetweenStalls(double perSecond) {
        var steady = intervals().filter(one -> one <= 1250 / perSecond).toArray();
        var mean = LongStream.of(steady).average().orElse(0);
        return Math.sqrt(LongStream.of(steady)
                .mapToDouble(one -> (one - mean) * (one - mean))
                .average()
                .orElse(0));
    }

    /** Of the intervals of all of them together. */
    static String spread(List<Pace> paces) {
        var sorted = paces.stream().flatMapToLong(Pace::intervals).sorted().toArray();
        return IntStream.of(50, 75, 90, 95, 99, 100)
                .mapToObj(percent -> "p%d %.0f".formatted(percent, percentile(sorted, percent)))
                .collect(Collectors.joining(", "));
    }

    static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private LongStream intervals() {
        return LongStream.range(1, moments.length).map(i -> moments[(int) i] - moments[(int) i - 1]);
    }
}
