package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The API to be read: found, opened by keyboard, in both languages, and only by who is logged in. */
class DocsJourney {

    @AutoClose
    private static final Serving serving = Serving.start();

    private static Locator call(Visitor visitor, String id) {
        return visitor.page.locator("details[id='" + id + "']");
    }

    @Test
    void isReadInEachLanguageByEachLightOnEachScreen() {
        for (var view : View.all()) {
            try (var visitor = Visitor.of(serving, view)) {
                visitor.open("/api/docs#postSend").sees("/api/send");
                call(visitor, "postSend").locator(".errors > summary").click();
                assertThat(call(visitor, "postSend").locator(".inside > p").first())
                        .not()
                        .containsText("`");
                assertThat(call(visitor, "postSend").locator(".inside > p code").first())
                        .hasText("dryRun");
                visitor.findsNothingWrong();
            }
        }
    }

    @Test
    void isSearchedAndOpenedByKeyboardAlone() {
        try (var visitor = Visitor.of(serving, View.DESK)) {
            visitor.open("/api/docs");
            visitor.field("Find a call").fill("multiplier");
            assertThat(visitor.page.locator("[data-at=found]")).hasText("1 call");
            visitor.page.keyboard().press("Tab");
            visitor.page.keyboard().press("Tab");
            visitor.page.keyboard().press("Enter");
            assertThat(call(visitor, "getMultiplierName").locator(".inside")).containsText("confidence");
            assertThat(call(visitor, "getMultiplierName").locator("pre").first())
                    .containsText("\"kind\": \"CHALLENGE\"");
        }
    }

    @Test
    void aStrangerIsLedToTheLogInAndBack() {
        try (var stranger = Visitor.stranger(serving, View.PHONE)) {
            stranger.page.navigate(serving.url("/api/docs"));
            stranger.page.waitForURL("**/login.html?next=%2Fapi%2Fdocs");
            stranger.whenReady();
            assertThat(stranger.complaints).isEmpty();
            assertThat((Boolean) stranger.page.evaluate("() => document.body.textContent.includes('/api/send')"))
                    .isFalse();
        }
    }
}
