package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lane;
import app.cadeau.browser.Lanes;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.LivePageSettings.Warmth;
import app.cadeau.money.Coins;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages stay for the next send, and neither for ever nor until they have grown. */
class WarmPagesJourney {

    private static final StreamerName DEMO = new StreamerName("demo");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final OpenPage.Sessions sessions = new OpenPage.Sessions();
    private final Lanes lanes = new Lanes(BrowserSettings.defaults(), sessions, EngineRegister.NONE);
    private final TinyLive live;

    WarmPagesJourney() throws IOException {
        live = new TinyLive();
    }

    @BeforeEach
    void start() {
        sessions.states.put(OpenPage.MAIN.id(), OpenPage.Sessions.cookie("one"));
    }

    @AfterEach
    void end() {
        lanes.close();
        live.close();
    }

    @Test
    void aPageStaysOnItsLiveForTheNextSend() throws Exception {
        sessions.states.put(OpenPage.MAIN.id(), OpenPage.Sessions.cookie("sim-main"));
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0));
                var pages = pages(URI.create(simulator.url()), new Warmth(LONG, LONG, 5_000))) {
            var first = open(pages);
            first.close();
            var second = open(pages);
            assertThat(second).isSameAs(first);
            second.close();
        }
    }

    @Test
    void theLiveOfTheNextInLineIsOpenedAheadUnlessOthersSpendFromItsAccountToo() throws Exception {
        try (var pages = pages(new Warmth(LONG, LONG, 5_000))) {
            pages.prepare(new Account(OpenPage.MAIN.id(), false, Coins.of(500), null), DEMO, OpenPage.in(15));
            assertThat(live.cookies).isEmpty();
            pages.prepare(OpenPage.MAIN, DEMO, OpenPage.in(15));
            assertThat(live.cookies).hasSize(1);
        }
    }

    @Test
    void anOldPageIsOpenedAnewBetweenTwoSendsInALaneOfItsOwn() throws Exception {
        try (var pages = pages(new Warmth(LONG, Duration.ZERO, 5_000))) {
            open(pages).close();
            var first = lanes.lane(OpenPage.MAIN.id());
            open(pages).close();
            assertThat(live.cookies).as("times that the LIVE was loaded").hasSize(2);
            assertThat(live.cookies).as("with the session").allMatch(cookie -> cookie.contains("sessionid=one"));
            assertThat(lanes.lane(OpenPage.MAIN.id())).isNotSameAs(first);
        }
    }

    @Test
    void anIdleLaneEndsAndItsSessionComesBackWithTheNext() throws Exception {
        try (var pages = pages(new Warmth(Duration.ofSeconds(1), LONG, 5_000))) {
            open(pages).close();
            awaitTheEndOf(lanes.lane(OpenPage.MAIN.id()));
            open(pages).close();
            assertThat(live.cookies).hasSize(2).allMatch(cookie -> cookie.contains("sessionid=one"));
        }
    }

    private ChromiumLivePages pages(Warmth warmth) {
        return pages(live.url(), warmth);
    }

    private ChromiumLivePages pages(URI site, Warmth warmth) {
        return new ChromiumLivePages(
                lanes, LivePageSettings.of(site).withWarmth(warmth), List::of, InstantSource.system());
    }

    private static LivePage open(ChromiumLivePages pages) {
        var opening = pages.open(OpenPage.MAIN, DEMO, OpenPage.in(15));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).page();
    }

    private void awaitTheEndOf(Lane lane) throws Exception {
        AccountId account = lane.account();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (lanes.lane(account) == lane) {
            assertThat(System.nanoTime()).as("the lane is idle and stays").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
