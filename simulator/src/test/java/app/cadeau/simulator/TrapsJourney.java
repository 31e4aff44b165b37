package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each trap bites a clicker that takes the page at its word: so it is a trap, and what walks past it has done something. */
class TrapsJourney {

    private static final String ROSE = "5655";
    private static final long PRIVATE_JET = 5767;

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @Test
    void clicksAtCoordinatesSendAPrivateJetWhenTheTilesShift() {
        simulator.faults().at(Fault.TILES_SHIFT, 1);
        Page page = browsing.live(simulator, "sim-main");
        BoundingBox send = Browsing.select(page, ROSE).boundingBox();
        assertThat(Browsing.tile(page, Long.toString(PRIVATE_JET))).isVisible();

        clickAt(page, send.x + send.width / 2, send.y - 20);
        clickAt(page, send.x + send.width / 2, send.y + send.height / 2);

        page.waitForCondition(() -> simulator.truth().landed("main") == 1);
        assertThat(simulator.truth().gifts()).extracting(Truth.Gift::giftId).containsExactly(PRIVATE_JET);
        assertThat(simulator.wallet("main").coins()).isEqualTo(100_000 - 4888);
    }

    private static void clickAt(Page page, double x, double y) {
        page.mouse().click(x, y);
    }

    @Test
    void aCopyThatNobodySeesSendsAnotherGift() {
        simulator.faults().always(Fault.HIDDEN_COPIES);
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live");
        Browsing.tile(page, ROSE).last().waitFor();

        Browsing.tile(page, ROSE).first().evaluate("tile => tile.click()");
        page.locator("[class*=ButtonSend]").last().evaluate("send => send.click()");

        page.waitForCondition(() -> simulator.truth().landed("main") == 1);
        assertThat(simulator.truth().landed("main", 5655)).isZero();
    }

    @Test
    void aNameThatIsLookedForInTheWholePageIsFoundInTheChat() {
        Page page = browsing.live(simulator, "sim-main");
        page.locator("[data-e2e=enter-message]").fill("Galaxy");
        page.keyboard().press("Enter");

        page.getByText("Galaxy").first().click();

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG))
                .isVisible();
        assertThat(page.locator("[class*=DivSelected]")).hasCount(0);
    }

    @Test
    void withoutAGiftBarTheOnlyMoreIsTheMenuWithLogOut() {
        simulator.faults().always(Fault.BAR_LATE, 0);
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live");

        page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.getByText("Log out")).isVisible();
    }

    @Test
    void aTileThatIsMadeAnewUnderTheFingerIsNotClicked() {
        simulator.faults().at(Fault.REMOUNT_UNDER_FINGER, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.tile(page, ROSE).click();
        assertThat(page.locator("[class*=DivSelected]")).hasCount(0);
        Browsing.tile(page, ROSE).click();

        assertThat(page.locator("[class*=DivSelected]")).hasCount(1);
    }

    @Test
    void aSelectionIsLostBetweenTheTileAndItsSend() {
        simulator.faults().at(Fault.SELECTION_LOST, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.tile(page, ROSE).click();

        assertThat(page.locator("[class*=DivSelected]")).hasCount(1);
        assertThat(page.locator("[class*=DivSelected]")).hasCount(0);
    }

    @Test
    void sendComesLate() {
        simulator.faults().at(Fault.SEND_LATE, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.tile(page, ROSE).click();

        assertThat(page.locator("[class*=ButtonSend]").count()).isZero();
        page.locator("[class*=ButtonSend]").click();
        page.waitForCondition(() -> simulator.truth().landed("main", 5655) == 1);
    }

    @Test
    void aBannerOverTheGiftsTakesTheClick() {
        simulator.faults().at(Fault.BAR_COVERED, 1, 0);
        Page page = browsing.live(simulator, "sim-main");
        BoundingBox send = Browsing.select(page, ROSE).boundingBox();

        clickAt(page, send.x + send.width / 2, send.y + send.height / 2);

        assertThat(page.locator("[class*=DivCover]")).isVisible();
        assertThat(simulator.truth().gifts()).isEmpty();
    }

    @Test
    void aNumberThatIsTypedGoesIntoTheChat() {
        simulator.faults().at(Fault.FOCUS_IN_CHAT, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.tile(page, ROSE).click();
        page.keyboard().type("10");

        assertThat(page.locator("[data-e2e=enter-message]")).hasText("10");
    }

    @Test
    void thePressOnlyAsksWhetherYouAre18() {
        simulator.faults().at(Fault.ADULT_ASKED, 1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();
        assertThat(page.getByText("Are you 18 or older?")).isVisible();
        assertThat(simulator.truth().gifts()).isEmpty();
        page.getByText("Yes, I am").click();

        page.waitForCondition(() -> simulator.truth().landed("main", 5655) == 1);
    }

    @Test
    void thereAreNoGiftsBeforeTheAgeIsTold() {
        simulator.faults().at(Fault.AGE_GATE, 1);
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live?lang=fr");
        Locator goOn = page.getByText("Continuer");
        goOn.waitFor();
        assertThat(page.locator("[class*=DivTile]")).hasCount(0);

        goOn.click();

        assertThat(page.locator("[class*=DivTile]")).hasCount(4);
    }

    @Test
    void tilesWanderWhileThePanelIsOpen() {
        simulator.faults().always(Fault.TILES_WANDER, 300);
        Page page = browsing.live(simulator, "sim-main");
        page.locator("[class*=DivMoreGifts]").click();
        Locator first = page.locator("[class*=DivPanelGrid] [class*=DivName]").first();

        String before = first.textContent();

        assertThat(first).not().hasText(before);
    }

    @Test
    void chestsOfOneNameCost100And1500() {
        Page page = browsing.live(simulator, "sim-main");
        page.locator("[class*=DivMoreGifts]").click();
        Locator chests =
                page.locator("[class*=DivTile]").filter(new Locator.FilterOptions().setHasText("Treasure Chest"));

        assertThat(chests).hasCount(2);
        assertThat(chests.first()).containsText("100");
        assertThat(chests.last()).containsText("1500");
    }

    @Test
    void anEmptyWalletIsToldByAWord() {
        simulator.wallet("main").set(1);
        Page page = browsing.live(simulator, "sim-main");

        Browsing.select(page, ROSE).click();

        assertThat(page.locator("[class*=DivBalance]")).hasText("Recharge");
    }

    @Test
    void sendGiftsOfTheTopViewersSendsNothing() {
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live?skin=2022");

        page.getByText("Send Gifts", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("[data-e2e=top-viewers-send-tip]")).isVisible();
        assertThat(simulator.truth().gifts()).isEmpty();
    }
}
