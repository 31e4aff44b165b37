package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.ProcessWords;
import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How soon the death of a part is noticed, and how soon a gift could be pressed again. By {@code ./cadeau bench deaths TIMES}
 * as often as one likes; it prints the figures. On a machine at rest: 1 s and 5 s; a loaded one starves every process.
 */
@Tag("long")
class DeathsJourney {

    private static final int TIMES = Integer.getInteger("cadeau.deaths", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(5);

    enum Part {
        RENDERER,
        BROWSER,
        SOCKET,
        NETWORK
    }

    private final OpenPage.Sessions sessions = new OpenPage.Sessions();
    private final Lanes lanes = new Lanes(BrowserSettings.defaults(), sessions, EngineRegister.NONE);
    private Simulator simulator = Simulator.start(Settings.defaults().withCrowd(1));
    private final ChromiumLivePages pages = new ChromiumLivePages(
            lanes, LivePageSettings.of(URI.create(simulator.url())), List::of, InstantSource.system());

    @AfterEach
    void end() {
        pages.close();
        lanes.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void isNoticedAndGotOver(Part part) throws Exception {
        sessions.states.put(OpenPage.MAIN.id(), OpenPage.Sessions.cookie("sim-main"));
        var noticed = new long[TIMES];
        var ready = new long[TIMES];
        for (var time = 0; time < TIMES; time++) {
            var page = open();
            assertThat(page).as("a page at first").isNotNull();
            var begun = System.nanoTime();
            strike(part);
            noticed[time] = millisSince(begun, () -> notices(page, part), () -> "noticed; hears " + page.hears());
            if (part == Part.NETWORK) {
                begun = System.nanoTime(); // it is back from now on
                simulator = Simulator.start(Settings.defaults().withCrowd(1).withPort(simulator.port()));
            }
            ready[time] = millisSince(begun, () -> readyAgain(page, part), () -> "ready again");
        }
        print(part, "noticed", noticed);
        print(part, "ready again", ready);
    }

    private @Nullable ChromiumLivePage open() {
        return pages.open(OpenPage.MAIN, new StreamerName("demo"), OpenPage.in(15)) instanceof Opening.Opened(var page)
                ? (ChromiumLivePage) page
                : null;
    }

    private void strike(Part part) throws Exception {
        switch (part) {
            case RENDERER -> kill("--type=renderer");
            case BROWSER -> lanes.processes().getFirst().browser().end();
            case SOCKET -> simulator.lives().dropSockets(simulator.live("demo"));
            case NETWORK -> simulator.close();
        }
    }

    private static void kill(String word) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> ProcessWords.of(process).contains(word))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean notices(ChromiumLivePage page, Part part) {
        try {
            return switch (part) {
                case RENDERER, BROWSER -> page.next(GLANCE) instanceof PageNews.Gone;
                case SOCKET, NETWORK -> page.hears() == null || page.next(GLANCE) instanceof PageNews.Gone;
            };
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    /** A dropped socket is the page's own to mend; else the LIVE is opened again and the gift selected. */
    private boolean readyAgain(ChromiumLivePage page, Part part) {
        if (part == Part.SOCKET) {
            var heard = page.hears() != null;
            if (heard) {
                page.close();
            }
            return heard;
        }
        var again = open();
        if (again == null) {
            return false;
        }
        var selected = again.select(new GiftId(5655), Coins.of(1), OpenPage.in(10));
        again.close();
        return selected instanceof Selection.Selected;
    }

    private static long millisSince(long begun, Supplier<Boolean> done, Supplier<String> what)
            throws InterruptedException {
        while (!done.get()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(() -> what.get() + ", in time")
                    .isLessThan(PATIENCE);
            Thread.onSpinWait();
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void print(Part part, String what, long[] millis) {
        Arrays.sort(millis);
        System.out.printf("| %s | %s | %d | %d |%n", part, what, millis[millis.length / 2], millis[millis.length - 1]);
    }
}
