package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person in front of the page when there are guests on stage, and when the stream fails. */
class StageJourney {

    private static final String ROSE = "5655";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private static void soon(Page page, BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    private static Locator person(Page page, String name) {
        return page.locator("[class*=ButtonRecipient]").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void theGuestThatWasChosenLastTimeIsStillTheRecipientAfterAReload() {
        Live demo = simulator.live("demo").welcome("mia", true);
        Page page = browsing.live(simulator, "sim-main");
        Browsing.select(page, ROSE).click();
        soon(page, () -> simulator.truth().gifts().size() == 1);

        person(page, "Mia").click();
        page.reload();
        assertThat(person(page, "Mia")).hasAttribute("aria-pressed", "true");
        Browsing.select(page, ROSE).click();

        soon(page, () -> simulator.truth().gifts().size() == 2);
        assertThat(simulator.truth().gifts())
                .extracting(Truth.Gift::recipientId)
                .containsExactly(
                        Long.toString(demo.hostId()),
                        Long.toString(demo.guests().getFirst().userId()));
    }

    @Test
    void aGuestWhoComesIsOfferedAsARecipientAndGoesWithTheirSeat() throws Exception {
        Page page = browsing.live(simulator, "sim-main");
        Caller admin = new Caller(simulator, "");
        assertThat(person(page, "Mia")).hasCount(0);

        admin.post("/_admin/lives", "{\"name\":\"demo\",\"welcome\":[\"mia\"]}");
        assertThat(person(page, "Mia")).isVisible();
        admin.post("/_admin/lives", "{\"name\":\"demo\",\"dismiss\":[\"mia\"]}");
        assertThat(person(page, "Mia")).isHidden();
    }

    @Test
    void whenTheSocketIsGivenUpThePagePolls() {
        simulator.faults().at(Fault.SOCKET_GIVEN_UP, 1);
        Page page = browsing.live(simulator, "sim-main");

        page.waitForRequest(
                "**/webcast/im/fetch/**", () -> Browsing.select(page, ROSE).click());

        assertThat(page.locator("[class*=DivChatList]").getByText("sent Rose × 1"))
                .isVisible();
    }

    @Test
    void aSocketThatIsToldToCloseComesBackWithTheRouteThatItWasGiven() {
        List<String> sockets = new CopyOnWriteArrayList<>();
        simulator.faults().at(Fault.SOCKET_TOLD_TO_CLOSE, 1);
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.navigate(simulator.url() + "/@demo/live");
        Browsing.select(page, ROSE).click();

        soon(page, () -> sockets.size() == 2);

        assertThat(sockets.getFirst()).doesNotContain("imprp=").contains("cursor=0&");
        assertThat(sockets.getLast()).contains("imprp=").contains("cursor=t-");
    }

    @Test
    void aHeartbeatWithoutAnAnswerClosesTheSocketAndAnotherIsOpened() {
        List<WebSocket> sockets = new CopyOnWriteArrayList<>();
        simulator.faults().at(Fault.SOCKET_SILENT, 1);
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.clock().install();
        page.onWebSocket(sockets::add);
        page.navigate(simulator.url() + "/@demo/live");
        Browsing.select(page, ROSE).click();
        soon(page, () -> simulator.truth().gifts().size() == 1);

        page.clock().runFor(9000);
        assertThat(sockets).hasSize(1);
        page.clock().runFor(11_500);
        soon(page, () -> sockets.getFirst().isClosed());
        page.clock().runFor(1500);

        soon(page, () -> sockets.size() == 2);
    }

    @Test
    void whatThePlatformSaysAboutGiftingIsShown() {
        Page page = browsing.live(simulator, "sim-main");

        simulator.lives().prompt(simulator.live("demo"), 7);
        assertThat(page.getByText("You can't send Gifts for 7 days.")).isVisible();
        simulator.lives().captcha(simulator.live("demo"), 60);
        assertThat(page.locator("#captcha-verify-container")).isVisible();
    }

    @Test
    void aGiftThatIsWithdrawnLeavesTheBar() {
        simulator.faults().at(Fault.GIFT_WITHDRAWN, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        assertThat(Browsing.tile(page, ROSE)).hasCount(0);
        assertThat(Browsing.tile(page, "16871")).isVisible();
    }

    @Test
    void aLiveForAdultsShowsNoGiftsToWhoIsNotKnownToBeOne() {
        simulator.live("demo").rules(LiveRules.usual().forAdults());
        simulator.wallet("main").standing(Standing.usual().underAge());
        Page page = browsing.open(simulator, "sim-main", 1280, 800);

        page.navigate(simulator.url() + "/@demo/live");

        assertThat(page.locator("[class*=DivNotice]").getByText("18 or older")).isVisible();
    }

    @Test
    void thePageGoesBlankLoadsItselfAgainOrHangsAfterAPress() {
        simulator
                .faults()
                .at(Fault.PAGE_HANGS, 1, 1500)
                .at(Fault.PAGE_RELOADS_ITSELF, 2)
                .at(Fault.PAGE_BLANK, 3);
        Page page = browsing.live(simulator, "sim-main");
        page.evaluate(
                "window.mark = true; window.gap = 0; let last = performance.now();"
                        + "setInterval(() => { gap = Math.max(gap, performance.now() - last); last = performance.now(); }, 20)");

        Browsing.select(page, ROSE).click();
        soon(page, () -> ((Number) page.evaluate("window.gap")).doubleValue() >= 1500);

        Browsing.tile(page, ROSE).locator("button").click();
        soon(page, () -> page.evaluate("window.mark ?? null") == null);

        Browsing.select(page, ROSE).click();
        assertThat(page.locator("body > *")).hasCount(0);
        soon(page, () -> simulator.truth().landed("main") == 3);
    }
}
