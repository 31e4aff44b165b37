package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The daemon goes and comes again while a send runs and its page is open. */
class RestartJourney {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    @Test
    void thePageSaysThatItIsCutOffAndShowsTheReceiptOnceTheDaemonIsBack() {
        try (var serving = Serving.start()) {
            serving.account("main", 5_000, true);
            try (var ada = Visitor.of(serving, View.PHONE)) {
                ada.open("/gift-sender.html?streamer=@demo&gift=5655&quantity=99");
                assertThat(ada.page.locator("[data-at=account] option")).hasCount(1);
                ada.page.fill("#cps", "4");
                ada.page.locator("[data-at=send]").click();
                assertThat(ada.page.locator("article.send [data-at=confirmed]"))
                        .containsText(Pattern.compile("^([3-9]|\\d\\d)$"), SOON);
                serving.restart(() ->
                        assertThat(ada.page.locator(".banner")).isVisible(new IsVisibleOptions().setTimeout(20_000)));
                assertThat(ada.page.locator("[data-at=receipts] .receipt").first())
                        .containsText("99 × Rose", SOON);
                assertThat(ada.page.locator(".banner")).isHidden();
                assertThat(ada.page.locator("article.send")).hasCount(0);
                ada.complaints.clear();
                ada.findsNothingWrong();
            }
        }
    }
}
