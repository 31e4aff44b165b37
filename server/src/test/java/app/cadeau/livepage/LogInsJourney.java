package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.LoginWindows;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The waiting for a person, in a window that nobody sees; the person confirms on the phone. */
class LogInsJourney {

    private static final AccountId MAIN = new AccountId("main");

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private LogIn logIn(Instant deadline, boolean givenUp) {
        var windows =
                new LoginWindows(BrowserSettings.defaults(), LoginWindows.Shown.HIDDEN, EngineRegister.NONE, Map.of());
        return new LogIns(windows, LivePageSettings.of(URI.create(simulator.url())), "/login", InstantSource.system())
                .await(MAIN, deadline, () -> givenUp);
    }

    @Test
    void keepsTheWholeSessionOnceThePageIsToldWhoIsLoggedIn() {
        simulator.confirmLogIn("main");
        assertThat(logIn(OpenPage.in(20), false)).isInstanceOfSatisfying(LogIn.Done.class, done -> {
            assertThat(done.userId())
                    .isEqualTo(Long.toString(simulator.wallet("main").userId()));
            assertThat(done.storageState()).contains("sim-main", "kept-by-the-page");
            assertThat(done.toString()).doesNotContain("sim-main");
        });
        assertThat(simulator.truth().landed("main")).isZero();
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertThat(logIn(OpenPage.in(1), false))
                .isEqualTo(new LogIn.NotDone(Trouble.LOGGED_OUT, "nobody logged in in time"));
    }

    @Test
    void isCalledOff() {
        assertThat(logIn(OpenPage.in(60), true))
                .isEqualTo(new LogIn.NotDone(Trouble.LOGGED_OUT, "the log-in was called off"));
    }

    @Test
    void aWindowNeedsAScreen() {
        var windows =
                new LoginWindows(BrowserSettings.defaults(), LoginWindows.Shown.VISIBLE, EngineRegister.NONE, Map.of());
        var linux = System.getProperty("os.name").equals("Linux");
        assertThat(windows.canShow()).isEqualTo(!linux);
    }
}
