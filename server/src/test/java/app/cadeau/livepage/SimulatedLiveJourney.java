package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedLiveJourney {

    private static final OpenPage.Sessions SESSIONS = new OpenPage.Sessions();

    @AutoClose
    private static Lanes lanes;

    @AutoClose
    private Simulator simulator;

    @BeforeAll
    static void start() {
        SESSIONS.states.put(OpenPage.MAIN.id(), OpenPage.Sessions.cookie("sim-main"));
        lanes = new Lanes(BrowserSettings.defaults(), SESSIONS, EngineRegister.NONE);
    }

    @BeforeEach
    void goLive() {
        simulator = Simulator.start(Settings.defaults().withCrowd(1));
    }

    private OpenPage open() {
        return OpenPage.of(lanes, URI.create(simulator.url()), OpenPage.MAIN, "@demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void sendsRosesAndHearsOfEachOnBothWays(String language) throws InterruptedException {
        simulator.close();
        simulator = Simulator.start(Settings.defaults().withCrowd(1).withLanguage(language));
        try (var open = open().roseSelected()) {
            open.page.gate(ask -> null);
            open.press(3);

            var answers = open.until(PageNews.Answered.class, 3);
            open.until(
                    PageNews.Echo.class,
                    echoes -> echoes.stream()
                                    .mapToInt(echo -> echo.gift().repeatCount())
                                    .max()
                                    .orElse(0)
                            == 3);

            assertThat(simulator.truth().landed("main")).isEqualTo(3);
            assertThat(answers).allMatch(answer -> answer.statusCode() != null && answer.statusCode() == 0);
            assertThat(answers.getLast().coinsLeft()).isEqualTo(Coins.of(99_997));
            assertThat(open.page.facts().balance())
                    .extracting(BalanceReading::coins)
                    .isEqualTo(Coins.of(100_000));
            assertThat(open.page.facts().offered()).hasSizeGreaterThan(100);
            assertThat(open.page.readWallet(OpenPage.in(5)))
                    .extracting(BalanceReading::coins)
                    .isEqualTo(Coins.of(99_997));
        }
    }

    @Test
    void saysThatTheStreamerIsOffAir() {
        assertThat(OpenPage.open(lanes, URI.create(simulator.url()), OpenPage.MAIN, "@away"))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.trouble()).isEqualTo(Trouble.OFF_AIR));
    }

    @Test
    void saysThatANameIsNobodys() {
        assertThat(OpenPage.open(lanes, URI.create(simulator.url()), OpenPage.MAIN, "@nobody_of_this_name"))
                .isInstanceOfSatisfying(Opening.NotOpened.class, not -> {
                    assertThat(not.trouble()).isEqualTo(Trouble.OFF_AIR);
                    assertThat(not.seen()).containsIgnoringCase("find this account");
                });
    }

    @Test
    void saysThatTheAccountIsLoggedOut() {
        assertThat(OpenPage.open(lanes, URI.create(simulator.url()), OpenPage.account("nobody"), "@demo"))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.trouble()).isEqualTo(Trouble.LOGGED_OUT));
    }

    @Test
    void seesThatTheBrowserMayHaveRepeatedAGift() throws InterruptedException {
        simulator.faults().at(Fault.DROP_AFTER_TAKEN, 2);
        try (var open = open().roseSelected()) {
            open.page.gate(ask -> null);
            open.press(1);
            open.until(PageNews.Answered.class, 1);
            open.press(1);
            var answers = open.until(PageNews.Answered.class, 2);
            assertThat(simulator.truth().landed("main")).isEqualTo(3);
            assertThat(answers.getLast().sameConnection()).isFalse();
        }
    }

    @Test
    void keepsToTheConnectionWhenNothingIsDropped() throws InterruptedException {
        try (var open = open().roseSelected()) {
            open.page.gate(ask -> null);
            open.press(1);
            open.until(PageNews.Answered.class, 1);
            open.press(1);
            assertThat(open.until(PageNews.Answered.class, 2).getLast().sameConnection())
                    .isTrue();
        }
    }

    @Test
    void tellsThatAnAnswerWasLost() throws InterruptedException {
        simulator.faults().at(Fault.ANSWER_CUT, 1).at(Fault.SPENT_NO_ANSWER_CLOSE, 2);
        try (var open = open().roseSelected()) {
            open.page.gate(ask -> null);
            open.press(2);
            assertThat(open.until(PageNews.AnswerLost.class, 2)).hasSize(2);
        }
    }

    @Test
    void tellsARefusalInThePlatformsOwnWords() throws InterruptedException {
        simulator.faults().at(Fault.REFUSED_4006064, 1);
        try (var open = open().roseSelected()) {
            open.page.gate(ask -> null);
            open.press(1);
            var answer = open.until(PageNews.Answered.class, 1).getFirst();
            assertThat(answer.statusCode()).isEqualTo(4006064);
            assertThat(answer.prompt()).isNotBlank();
        }
    }

    @Test
    void probesEverythingThatASendNeedsAndSpendsNothing() {
        var pages = new ChromiumLivePages(
                lanes, LivePageSettings.of(URI.create(simulator.url())), List::of, InstantSource.system());
        var opening = pages.open(OpenPage.MAIN, new StreamerName("@demo"), OpenPage.in(15));
        try (var live = ((Opening.Opened) opening).page()) {
            assertThat(live.probe(OpenPage.in(15))).hasSizeGreaterThan(8).allMatch(ProbeRow::ok);
            assertThat(live.offeredAll(OpenPage.in(15)))
                    .allMatch(gift -> gift.place() != OfferedGift.Place.LISTED && gift.position() >= 0);
        }
        pages.close();
        assertThat(simulator.truth().landed("main")).isZero();
    }

    @Test
    void refusesASiteThatIsNotOnThisMachine() {
        var pages = new ChromiumLivePages(
                lanes, LivePageSettings.of(URI.create("https://www.example.org")), List::of, InstantSource.system());
        assertThat(pages.open(OpenPage.MAIN, new StreamerName("@demo"), OpenPage.in(1)))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.trouble()).isEqualTo(Trouble.CONSENT_NEEDED));
    }
}
