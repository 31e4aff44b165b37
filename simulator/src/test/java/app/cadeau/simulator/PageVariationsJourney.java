package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is uncertain of the page, played the other way. */
class PageVariationsJourney {

    private static final String ROSE = "5655";
    private static final String SUNSET = "6203";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @Test
    void aClickThatNoPersonMadeDoesNothing() {
        Page page = live("trusted-clicks");

        Browsing.tile(page, ROSE).evaluate("tile => tile.click()");
        assertThat(page.locator("[class*=DivSelected]")).hasCount(0);
        Locator send = Browsing.select(page, ROSE);
        send.evaluate("send => send.click()");
        send.click();

        landed(page, 1);
    }

    @Test
    void twoClicksOnATileSendIt() {
        Page page = live("double-click-sends");

        Browsing.tile(page, ROSE).locator("img").dblclick();

        landed(page, 1);
    }

    @Test
    void twoClicksOnSendAreTwoGiftsNotThree() {
        Page page = live("double-click-sends");

        Browsing.select(page, ROSE).dblclick();

        landed(page, 2);
    }

    @Test
    void aSelectedTileKeepsItsName() {
        Page page = live("name-stays");

        Browsing.select(page, ROSE);

        assertThat(Browsing.tile(page, ROSE)).containsText("Rose");
    }

    @Test
    void theQuantityThatWasChosenLastIsAskedForAtTheNextVisit() {
        Page page = live("quantity-chooser");
        Browsing.select(page, ROSE);
        page.locator("select").selectOption("99");
        page.reload();

        Browsing.select(page, ROSE).click();

        landed(page, 99);
        assertThat(simulator.truth().gifts()).hasSize(1);
    }

    @Test
    void aHighPriceIsShort() {
        Page page = live("short-prices");

        assertThat(Browsing.tile(page, SUNSET)).containsText("10K");
    }

    @Test
    void aPressDeselects() {
        Page page = live("send-deselects");

        Browsing.select(page, ROSE).click();

        assertThat(page.locator("[class*=DivSelected]")).hasCount(0);
        landed(page, 1);
    }

    @Test
    void aComboButtonStandsWhereSendWas() {
        Page page = live("combo-button");
        Browsing.select(page, ROSE).click();
        Locator control = Browsing.tile(page, ROSE).locator("button");
        assertThat(control).hasText("Combo x1");

        control.click();

        assertThat(control).hasText("Combo x2");
        landed(page, 2);
        assertThat(control).hasText("Send");
    }

    @Test
    void theAdminTurnsOneOnInAnOpenPage() {
        Page page = live("");
        simulator.variations().turnOn(Variation.NAME_STAYS);
        page.waitForCondition(() -> {
            Browsing.tile(page, SUNSET).click();
            Browsing.tile(page, ROSE).click();
            return Browsing.tile(page, ROSE).textContent().contains("Rose");
        });
    }

    private Page live(String varied) {
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live?vary=" + varied);
        return page;
    }

    private void landed(Page page, int count) {
        page.waitForCondition(() -> simulator.truth().landed("main", 5655) == count);
    }
}
