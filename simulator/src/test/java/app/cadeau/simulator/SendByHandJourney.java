package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendByHandJourney {

    private static final String ROSE = "5655";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @Test
    void onePressOfSendIsOneGiftAnEchoAndACoin() {
        Page page = browsing.live(simulator, "sim-main");
        Locator send = Browsing.select(page, ROSE);

        send.click();

        assertThat(page.locator("[class*=SpanBalance]")).hasText("99999");
        assertThat(page.locator("[class*=DivTrayRow]")).containsText("sent Rose");
        assertThat(simulator.truth().landed("main", 5655)).isEqualTo(1);
        assertThat(simulator.truth().gifts().getFirst().pressedAtMillis())
                .isLessThanOrEqualTo(simulator.truth().gifts().getFirst().acceptedAtMillis());
    }

    @Test
    void chromiumItselfRepeatsARequestWhoseReusedConnectionWasDropped() {
        Page page = browsing.live(simulator, "sim-main");
        simulator.faults().at(Fault.DROP_AFTER_TAKEN, 1);

        Browsing.select(page, ROSE).click();

        assertThat(page.locator("[class*=SpanBalance]")).hasText("99998");
        assertThat(simulator.truth().landed("main", 5655)).isEqualTo(2);
    }

    @Test
    void clicksOnATileOnlySelectIt() {
        Page page = browsing.live(simulator, "sim-main");
        Locator tile = Browsing.tile(page, ROSE);

        tile.locator("img").dblclick();

        assertThat(tile.getByText("Rose")).hasCount(0);
        assertThat(tile.locator("button")).hasText("Send");
        assertThat(simulator.truth().gifts()).isEmpty();
        assertThat(simulator.truth().refusals()).isEmpty();
    }

    @Test
    void thePanelBehindMoreOffersOverAHundredGifts() {
        Page page = browsing.live(simulator, "sim-main");

        page.locator("[class*=DivMoreGifts]").click();

        assertThat(page.locator("[class*=DivPanelGrid] [class*=DivTile]")).hasCount(Shop.PANEL_SIZE);
    }
}
