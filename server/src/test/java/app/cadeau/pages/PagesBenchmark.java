package app.cadeau.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code ./cadeau bench pages}: what a first load of each page weighs and how long it takes, in a Chromium that has
 * nothing of it. No part of the suite.
 */
class PagesBenchmark {

    private static final int RUNS = Integer.getInteger("bench.runs", 5);
    private static final int MOST_BYTES = 120 * 1024;
    private static final List<String> PAGES =
            List.of("gift-sender", "history", "accounts", "streams", "settings", "login");

    /** Notes paints, shifts, long tasks and the moment at which the page calls itself ready. */
    private static final String NOTE = """
            window.noted = {first: 0, largest: 0, shift: 0, blocked: 0, ready: 0};
            const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each)).observe({type, buffered: true});
            watch('paint', one => { if (one.name === 'first-contentful-paint') noted.first = one.startTime; });
            watch('largest-contentful-paint', one => { noted.largest = one.startTime; });
            watch('layout-shift', one => { if (!one.hadRecentInput) noted.shift += one.value; });
            watch('longtask', one => { noted.blocked += Math.max(0, one.duration - 50); });
            new MutationObserver(() => { if (!noted.ready && 'ready' in document.documentElement.dataset) noted.ready = performance.now(); })
              .observe(document, {subtree: true, attributes: true, attributeFilter: ['data-ready']});""";

    record Figures(
            double bytes, double requests, double first, double largest, double ready, double blocked, double shift) {

        double[] all() {
            return new double[] {bytes, requests, first, largest, ready, blocked, shift};
        }
    }

    @Test
    void weighsAndTimesEachPage() {
        try (var serving = Serving.start(LivedIn.stage())) {
            var home = LivedIn.of(serving);
            IntStream.range(0, 6).forEach(n -> home.confirmed("main", "@demo", "Rose", 3));
            home.favourites();
            System.out.println("| page | KB | requests | first paint | largest | ready | blocked | shift |");
            for (var page : PAGES) {
                var runs = IntStream.range(0, RUNS)
                        .mapToObj(n -> load(serving, page))
                        .toList();
                System.out.println(line(page, median(runs)));
                assertThat(median(runs)[0]).as("bytes of " + page).isLessThan(MOST_BYTES);
            }
        }
    }

    private static Figures load(Serving serving, String page) {
        try (var visitor =
                "login".equals(page) ? Visitor.stranger(serving, View.DESK) : Visitor.of(serving, View.DESK)) {
            var bytes = new AtomicInteger();
            var requests = new AtomicInteger();
            var devTools = visitor.page.context().newCDPSession(visitor.page);
            devTools.send("Network.enable");
            devTools.send("Network.setCacheDisabled", off());
            devTools.on("Network.loadingFinished", event -> {
                bytes.addAndGet(event.get("encodedDataLength").getAsInt());
                requests.incrementAndGet();
            });
            visitor.page.addInitScript(NOTE);
            visitor.open("/" + page + ".html");
            visitor.page.waitForTimeout(500);
            var noted = (Map<?, ?>) visitor.page.evaluate("() => noted");
            return new Figures(
                    bytes.get(),
                    requests.get(),
                    of(noted, "first"),
                    of(noted, "largest"),
                    of(noted, "ready"),
                    of(noted, "blocked"),
                    of(noted, "shift"));
        }
    }

    private static JsonObject off() {
        var off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        return off;
    }

    private static double of(Map<?, ?> noted, String name) {
        return noted.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static double[] median(List<Figures> runs) {
        var all = runs.stream().map(Figures::all).toList();
        return IntStream.range(0, all.getFirst().length)
                .mapToDouble(n -> {
                    var sorted =
                            all.stream().mapToDouble(one -> one[n]).sorted().toArray();
                    return sorted[sorted.length / 2];
                })
                .toArray();
    }

    private static String line(String page, double[] figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.3f |",
                concat(page, figures));
    }

    private static Object[] concat(String page, double[] figures) {
        var values = Arrays.stream(figures).boxed().toArray();
        values[0] = figures[0] / 1024;
        var all = new Object[values.length + 1];
        all[0] = page;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
