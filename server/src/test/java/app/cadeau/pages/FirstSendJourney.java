package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the printed link to a receipt, as somebody goes who has never seen Cadeau. */
class FirstSendJourney {

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(60_000);

    static Stream<View> views() {
        return Stream.of(View.DESK, View.PHONE.light().in("fr"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void whoHasTheLinkSetsUpSendsStopsAndReadsTheReceipt(View view) {
        try (var serving = Serving.start();
                var visitor = Visitor.of(serving, view)) {
            var page = visitor.page;
            page.waitForURL("**/welcome.html");
            page.waitForSelector("html[data-ready]");
            setUp(visitor, view);
            sendAndStop(visitor);
            assertThat(page.locator("[data-at=receipts] .receipt").first())
                    .containsText("fr".equals(view.language()) ? "Arrêté" : "Stopped");
            visitor.findsNothingWrong();
            page.locator("[data-at=receipts] .receipt").first().click();
            page.waitForURL("**/history.html?send=*");
            assertThat(page.locator("main")).containsText("Rose");
        }
    }

    private static void setUp(Visitor visitor, View view) {
        var page = visitor.page;
        visitor.findsNothingWrong();
        page.locator("[data-at=step] .primary").click();
        page.fill("#name", "ada");
        page.fill("#password", "short");
        page.locator("[data-at=step] .primary").click();
        assertThat(page.locator("#password-error")).not().isEmpty();
        visitor.complaints.clear(); // the browser notes the refused try
        page.fill("#password", "tidy lanterns over water");
        visitor.findsNothingWrong();
        page.locator("[data-at=step] .primary").click();
        assertThat(page.locator("[data-at=steps] [aria-current]")).containsText(word(view, "Account", "Compte"));
        page.reload(); // taken up where it was left
        assertThat(page.locator("[data-at=steps] [aria-current]")).containsText(word(view, "Account", "Compte"));
        page.locator("[data-at=step] .primary").click();
        assertThat(page.locator("[data-at=steps] [aria-current]")).containsText(word(view, "First send", "Premier"));
        visitor.findsNothingWrong();
        page.locator("[data-at=step] .primary").click();
        assertThat(page.locator(".proofs")).isVisible(SOON);
        assertThat(page.locator(".hero")).containsText("5 / 5");
        assertThat(page.locator(".proofs")).containsText(word(view, "5 answers", "5 réponses"));
        visitor.findsNothingWrong();
        page.locator("[data-at=step] .primary").click();
        page.waitForURL("**/gift-sender.html");
    }

    private static void sendAndStop(Visitor visitor) {
        var page = visitor.page;
        assertThat(page.locator("[data-at=gift]")).containsText("Rose");
        page.fill("#quantity", "90");
        page.fill("#cps", "6");
        assertThat(page.locator("[data-at=quote] .cost")).containsText("90");
        visitor.findsNothingWrong();
        page.locator("[data-at=send]").click();
        var card = page.locator("article.send");
        assertThat(card).isVisible(SOON);
        assertThat(card.locator("[data-at=confirmed]"))
                .containsText(Pattern.compile("^([3-9]|\\d\\d)$"), new ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator("[data-stop-all]")).isVisible();
        visitor.findsNothingWrong();
        card.locator("[data-at=stop]").click();
        page.waitForCondition(() -> card.count() == 0, new Page.WaitForConditionOptions().setTimeout(30_000));
    }

    private static String word(View view, String english, String french) {
        return "fr".equals(view.language()) ? french : english;
    }
}
