package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HomeTest {

    private static final String ACCOUNT = "/passport/web/account/info/";
    private static final String ASK = "/passport/web/check_qrconnect/";

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    @Test
    void aSessionThatExpiredMeansNobodyUntilItsOwnerLogsInAgain() throws Exception {
        simulator.logOut("sim-main");
        assertThat(main.get(ACCOUNT).body()).contains("session_expired");
        assertThat(main.get(ASK).body()).contains("new");
        simulator.confirmLogIn("main");
        var answer = main.get(ASK);
        assertThat(answer.body()).contains("confirmed");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("sessionid=sim-main; Max-Age=15552000"));
        assertThat(main.get(ACCOUNT).body()).contains("main_sim");
        assertThat(main.get(ASK).body()).contains("new");
    }

    @Test
    void theHomePageAsksForAChallengeOnlyWhenToldTo() throws Exception {
        simulator.faults().at(Fault.HOME_CHALLENGE, 1);
        assertThat(main.get("/live").body()).contains("id=\"captcha-verify-container\"");
        assertThat(main.get("/live").body())
                .doesNotContain("id=\"captcha-verify-container\"")
                .contains("/@demo/live");
    }
}
