package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.money.Coins;
import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionChecksJourney {

    private static final OpenPage.Sessions SESSIONS = new OpenPage.Sessions();

    @AutoClose
    private static Lanes lanes;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @BeforeAll
    static void start() {
        lanes = new Lanes(BrowserSettings.defaults(), SESSIONS, EngineRegister.NONE);
    }

    @BeforeEach
    void logIn() {
        SESSIONS.states.put(OpenPage.MAIN.id(), OpenPage.Sessions.cookie("sim-main"));
    }

    private Checked check(int seconds) {
        return check(simulator.url(), seconds);
    }

    private static Checked check(String site, int seconds) {
        var settings = LivePageSettings.of(URI.create(site));
        return new SessionChecks(lanes, settings, "/live", InstantSource.system())
                .check(OpenPage.MAIN.id(), OpenPage.in(seconds));
    }

    @Test
    void provesTheLogInByTheAnswersToThePagesOwnCalls() {
        var user = Long.toString(simulator.wallet("main").userId());
        assertThat(check(10)).isInstanceOfSatisfying(Checked.LoggedIn.class, in -> {
            assertThat(in.userId()).isEqualTo(user);
            assertThat(in.balance()).extracting(BalanceReading::coins).isEqualTo(Coins.of(100_000));
        });
        assertThat(simulator.truth().landed("main")).isZero();
    }

    @Test
    void tellsThatTheSessionHasExpired() {
        simulator.logOut("sim-main");
        assertThat(check(10)).isInstanceOf(Checked.LoggedOut.class);
    }

    @Test
    void tellsOfAChallengeAndLeavesItToAPerson() {
        simulator.faults().at(Fault.HOME_CHALLENGE, 1);
        assertThat(check(10))
                .isInstanceOfSatisfying(
                        Checked.Challenged.class,
                        challenged -> assertThat(challenged.seen()).containsIgnoringCase("verify"));
    }

    @Test
    void takesOneOfTheTwoCallsWhenTheOtherIsBroken() {
        simulator.faults().at(Fault.WALLET_IS_A_PAGE, 1);
        assertThat(check(3)).isInstanceOfSatisfying(Checked.LoggedIn.class, in -> {
            assertThat(in.userId()).isNotNull();
            assertThat(in.balance()).isNull();
        });
    }

    @Test
    void claimsNothingOfASiteThatIsDown() {
        assertThat(check("http://127.0.0.1:9", 3))
                .isInstanceOfSatisfying(
                        Checked.NotChecked.class,
                        not -> assertThat(not.trouble()).isEqualTo(Trouble.SITE_DOWN));
    }
}
