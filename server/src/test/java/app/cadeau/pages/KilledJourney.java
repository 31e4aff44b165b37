package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.torture.KilledDaemon;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon is killed while a send runs and its page is open, and is started again. */
@Tag("long")
class KilledJourney {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    @TempDir
    Path home;

    @Test
    void thePageClaimsNothingThatIsNotProvedAndShowsWhatWasReconciled() throws Exception {
        var simulator = Simulator.start(Settings.defaults().withCrowd(0));
        var daemon = KilledDaemon.start(home, simulator, Vendor.SQLITE);
        daemon.ready();
        try (var serving = Serving.by(home, simulator, daemon)) {
            serving.account("main", 5_000, false);
            try (var ada = Visitor.of(serving, View.DESK)) {
                ada.open("/gift-sender.html?streamer=@demo&gift=5655&quantity=99");
                assertThat(ada.page.locator("[data-at=account] option")).hasCount(1);
                ada.page.locator("[data-at=send]").click();
                var confirmed = ada.page.locator("article.send [data-at=confirmed]");
                assertThat(confirmed).containsText(Pattern.compile("^([5-9]|\\d\\d)$"), SOON);

                daemon.kill();
                assertThat(ada.page.locator(".banner")).isVisible(new IsVisibleOptions().setTimeout(20_000));
                assertThat(Integer.parseInt(confirmed.textContent()))
                        .as("shown as confirmed while nobody answers")
                        .isLessThanOrEqualTo((int) simulator.truth().landed("main"));
                assertThat(ada.page.locator("[data-at=receipts] .receipt")).hasCount(0);

                daemon.ready();
                var receipt = ada.page.locator("[data-at=receipts] .receipt").first();
                assertThat(receipt).containsText("99 × Rose", SOON);
                assertThat(ada.page.locator(".banner")).isHidden();
                assertThat(ada.page.locator("article.send")).hasCount(0);
                var told = serving.call("GET", "/api/sends?limit=1", "")
                        .path("sends")
                        .get(0);
                assertThat(told.path("state").asString()).isEqualTo("REVIEW");
                assertThat((int) simulator.truth().landed("main"))
                        .isBetween(
                                told.path("confirmed").intValue(),
                                told.path("confirmed").intValue()
                                        + told.path("unknown").intValue());
                assertThat(receipt).containsText(told.path("confirmed").intValue() + " of 99");
                ada.complaints.clear();
                ada.findsNothingWrong();
            }
        }
    }
}
