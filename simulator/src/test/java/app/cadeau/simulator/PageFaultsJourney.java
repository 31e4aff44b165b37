package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFaultsJourney {

    private static final String ROSE = "5655";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    /** What three presses do when the fault strikes the second: gifts that land, and gift/send requests that come. */
    @ParameterizedTest
    @CsvSource({
        "PRESS_IGNORED, 2, 2",
        "PAGE_SENDS_TWICE, 4, 4",
        "PRESET_HIDDEN, 21, 3",
        "PRESET_SHOWN, 21, 3",
        "WORKER_SENDS, 4, 4",
        "SHARED_WORKER_SENDS, 4, 4",
        "POPUP_SENDS, 4, 4",
        "WRONG_GIFT, 3, 3",
        "WRONG_ROOM, 2, 3",
    })
    void threePressesWithAFaultAtTheSecond(Fault fault, int gifts, int requests) {
        simulator.faults().at(fault, 2);
        Page page = browsing.live(simulator, "sim-main");
        Locator send = Browsing.select(page, ROSE);

        for (int press = 0; press < 3; press++) {
            send.click();
        }

        soon(page, () -> requests() == requests);
        assertThat(simulator.truth().landed("main")).isEqualTo(gifts);
        assertThat(simulator.truth().landed("main", 5655)).isEqualTo(fault == Fault.WRONG_GIFT ? 2 : gifts);
    }

    private long requests() {
        return simulator.truth().gifts().size() + simulator.truth().refusals().size();
    }

    private static void soon(Page page, BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    @Test
    void thePageRepeatsWhatWasTakenButAnsweredWithAnError() {
        simulator.faults().at(Fault.PAGE_RETRIES, 1).at(Fault.ANSWER_500_AFTER, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        soon(page, () -> simulator.truth().landed("main") == 2);
    }

    @Test
    void thePageRepeatsWhatWasTakenButNeverAnswered() {
        simulator.faults().at(Fault.PAGE_RETRIES, 1, 400).at(Fault.SPENT_NO_ANSWER_HANG, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        soon(page, () -> simulator.truth().landed("main") == 2);
    }

    @Test
    void anAnswerThatIsCutOffOrClosedIsNotRepeatedByChromium() {
        simulator.faults().at(Fault.SPENT_NO_ANSWER_CLOSE, 1).at(Fault.ANSWER_CUT, 2);
        Page page = browsing.live(simulator, "sim-main");
        Locator send = Browsing.select(page, ROSE);

        send.click();
        assertThat(page.getByText("Couldn't send gift")).hasCount(1);
        send.click();
        assertThat(page.getByText("Couldn't send gift")).hasCount(2);

        assertThat(simulator.truth().landed("main")).isEqualTo(2);
    }

    @Test
    void aRedirectedRequestComesBackAndIsTaken() {
        simulator.faults().at(Fault.REDIRECT, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        soon(page, () -> simulator.truth().landed("main") == 1);
        assertThat(simulator.truth().refusals()).extracting(Truth.Refusal::code).containsExactly(-307);
    }

    @Test
    void aBeaconAsksForOneMoreWhenThePageCloses() {
        simulator.faults().at(Fault.BEACON_AT_CLOSE, 1);
        Page page = browsing.live(simulator, "sim-main");
        Browsing.select(page, ROSE).click();
        soon(page, () -> simulator.truth().landed("main") == 1);

        page.navigate(simulator.url() + "/");

        soon(page, () -> simulator.truth().landed("main") == 2);
    }

    @Test
    void pressesWithinTheWindowBecomeOneRequest() {
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live?merge=600");
        Browsing.select(page, ROSE).evaluate("send => { send.click(); send.click(); send.click(); }");

        soon(page, () -> simulator.truth().landed("main") == 3);
        assertThat(simulator.truth().gifts()).hasSize(1);
    }

    @Test
    void tilesThatAreMadeAnewAreNotSelectedAnyMore() {
        simulator.faults().at(Fault.TILES_REMOUNTED, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        assertThat(Browsing.tile(page, ROSE).locator("button")).hasCount(0);
        assertThat(Browsing.tile(page, ROSE)).containsText("Rose");
    }

    @Test
    void aPresetThatIsShownStandsOnTheTile() {
        simulator.faults().always(Fault.PRESET_SHOWN);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE);

        assertThat(Browsing.tile(page, ROSE)).containsText("x10");
    }

    @Test
    void refusalsAndTroublesAreShownInThePage() {
        simulator.faults().at(Fault.REFUSED_4006064, 1).at(Fault.CALM_DOWN, 2).at(Fault.CHALLENGE, 4);
        Page page = browsing.live(simulator, "sim-main");
        Locator send = Browsing.select(page, ROSE);

        send.click();
        assertThat(page.getByText(Pattern.compile("too (frequently|often)|Too many")))
                .isVisible();
        send.click();
        assertThat(page.getByText("Take a moment")).isVisible();
        page.getByText("OK", new Page.GetByTextOptions().setExact(true)).click();
        simulator.wallet("main").set(0);
        send.click();
        assertThat(page.getByText("Insufficient balance")).isVisible();
        page.getByText("Not now").click();
        send.click();
        assertThat(page.locator("[id*=captcha]")).containsText("Verify to continue");
    }

    @Test
    void theEndOfTheLiveTakesTheGiftBarAway() {
        simulator.faults().at(Fault.LIVE_ENDS, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        assertThat(page.getByText("LIVE has ended")).isVisible();
        assertThat(page.locator("[class*=DivTile]")).hasCount(0);
    }

    @Test
    void aRefusedSocketIsReplacedByPolling() {
        simulator.faults().at(Fault.SOCKET_BLOCKED, 1);
        Page page = browsing.live(simulator, "sim-main");
        page.waitForResponse(answer -> answer.url().contains("/webcast/im/fetch/"), () -> {});

        Browsing.select(page, ROSE).click();

        assertThat(page.locator("[class*=DivTrayRow]")).containsText("sent Rose");
    }

    @Test
    void thePageComesBackAfterItsSocketWasDroppedAndHasMissedTheEcho() {
        simulator.faults().at(Fault.SOCKET_DROPPED, 1);
        Page page = browsing.live(simulator, "sim-main");
        Locator send = Browsing.select(page, ROSE);

        page.waitForWebSocket(() -> send.click());
        send.click();

        assertThat(page.locator("[class*=DivTrayRow]")).containsText("× 2");
    }

    @Test
    void thePriceMovesOnTheOpenTile() {
        Page page = browsing.live(simulator, "sim-main");
        Browsing.select(page, ROSE);

        simulator.reprice(5655, 9);

        assertThat(Browsing.tile(page, ROSE)).containsText("9");
    }

    @Test
    void somebodyWithoutASessionSeesLogInAndNoBalance() {
        Page page = browsing.live(simulator, "");

        assertThat(page.locator("[data-e2e=top-login-button]")).hasText("Log in");
        assertThat(page.locator("[class*=DivBalance]")).hasCount(0);
    }

    @Test
    void aStreamerWhoIsAwayHasNoGiftBar() {
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@away/live?lang=fr");

        assertThat(page.getByText("Aucun LIVE")).isVisible();
        assertThat(page.locator("[class*=DivTile]")).hasCount(0);
    }
}
