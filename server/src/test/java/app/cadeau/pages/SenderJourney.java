package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gift sender under hands that err, hurry, or mean harm. */
class SenderJourney {

    private static final String EVIL = "<img src=x onerror=window.harmed=1>";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(60_000);
    private static Serving serving;

    @BeforeAll
    static void start() {
        serving = Serving.start();
        serving.account("main", 60_000, true);
    }

    @AfterAll
    static void stop() {
        serving.close();
    }

    /** Each test finds an idle daemon. */
    @BeforeEach
    void nothingRuns() {
        serving.call("POST", "/api/stop", "{\"all\": true}");
    }

    private static Visitor sender(View view, String form) {
        var visitor = Visitor.of(serving, view).open("/gift-sender.html" + form);
        assertThat(visitor.page.locator("[data-at=account] option")).hasCount(1);
        visitor.complaints.clear();
        return visitor;
    }

    private static int sends() {
        return serving.call("GET", "/api/sends?limit=200", "").path("sends").size();
    }

    @Test
    void aSecondPressAReloadAndACopiedTabMakeOneSend() {
        try (var ada = sender(View.DESK, "?streamer=@demo&gift=5655&quantity=4")) {
            var before = sends();
            // Copied while the first press has no answer yet: the answer is held back for both.
            ada.page.route("**/api/send", route -> {
                route.fetch();
                route.abort();
            });
            ada.page.locator("[data-at=send]").dblclick();
            assertThat(ada.page.locator("[data-at=answer]")).containsText("has not answered yet");
            var copy = ada.page.context().waitForPage(() -> ada.page.evaluate("() => { window.open(location.href); }"));
            assertThat(copy.locator("[data-at=answer]"))
                    .containsText("taken already", new ContainsTextOptions().setTimeout(30_000));
            ada.page.unroute("**/api/send");
            ada.page.reload();
            assertThat(ada.page.locator("[data-at=receipts] .receipt").first())
                    .containsText("Confirmed", new ContainsTextOptions().setTimeout(60_000));
            assertThat(sends()).isEqualTo(before + 1);
        }
    }

    @Test
    void theKeyboardAloneSendsAndStops() {
        try (var ada = sender(View.DESK, "")) {
            var keys = ada.page.keyboard();
            keys.press("Tab");
            assertThat(ada.page.locator(".skip")).isFocused();
            keys.press("Enter");
            keys.press("/");
            assertThat(ada.page.locator("#streamer")).isFocused();
            keys.type("demo");
            keys.press("Tab");
            keys.press("Tab");
            if (!ada.page
                    .locator("[data-at=gift]")
                    .evaluate("e => e === document.activeElement")
                    .equals(true)) {
                ada.page.locator("[data-at=gift]").focus();
            }
            keys.press("Enter");
            assertThat(ada.page.locator("dialog.picker input")).isFocused();
            ada.findsNothingWrong();
            keys.type("rose");
            assertThat(ada.page.locator(".tile").first()).containsText("Rose");
            keys.press("Enter");
            assertThat(ada.page.locator("[data-at=gift]")).isFocused();
            ada.page.locator("#quantity").focus();
            keys.press("Control+A");
            keys.type("80");
            keys.press("Control+Enter");
            assertThat(ada.page.locator("article.send")).isVisible(SOON);
            keys.press("Shift+Escape");
            assertThat(ada.page.getByText("One send stopped.")).isVisible();
            keys.press("Control+K");
            assertThat(ada.page.getByRole(AriaRole.COMBOBOX).last()).isFocused();
            ada.findsNothingWrong();
            keys.type("hist");
            keys.press("Enter");
            ada.page.waitForURL("**/history.html");
        }
    }

    @Test
    void namesAreTextWhateverTheySay() {
        try (var ada = sender(View.PHONE, "")) {
            ada.page.route(
                    "**/api/gifts",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(
                                    "[{\"id\": 1, \"name\": \"%s\", \"coins\": 3, \"combo\": null, \"picture\": \"javascript:window.harmed=1\"}]"
                                            .formatted(EVIL))));
            ada.open("/gift-sender.html?gift=1&streamer=" + EVIL.replace(" ", "%20"));
            assertThat(ada.page.locator("[data-at=gift]")).containsText(EVIL);
            assertThat(ada.page.inputValue("#streamer")).contains("<img");
            ada.page.fill("#quantity", "2");
            ada.page.locator("[data-at=send]").click();
            assertThat(ada.page.locator("[data-at=answer]")).containsText("Nothing was spent");
            assertThat(ada.page.evaluate("() => window.harmed ?? null")).isNull();
            assertThat(ada.page.locator("main img[src=x]").count()).isZero();
        }
    }

    @Test
    void theDearerItIsTheMoreIsAsked() {
        try (var ada = sender(View.PHONE.light(), "?streamer=@demo&gift=5655&quantity=200")) {
            var before = sends();
            ada.page.locator("[data-at=send]").click();
            ada.page.locator("[data-at=undo]").click();
            assertThat(ada.page.locator("[data-at=send]")).isVisible();
            ada.page.fill("#quantity", "9000");
            ada.page.locator("[data-at=send]").click();
            assertThat(ada.dialog()).containsText("This is a large send");
            ada.findsNothingWrong();
            ada.page.fill("#amount", "900");
            assertThat(ada.dialog().locator(".primary")).isDisabled();
            ada.page.fill("#amount", "9,000");
            assertThat(ada.dialog().locator(".primary")).isEnabled();
            ada.page.keyboard().press("Escape");
            assertThat(sends()).isEqualTo(before);
            ada.page.fill("#quantity", "10001");
            assertThat(ada.page.locator("[data-at=quantity-hint]")).containsText("from 1 to 10,000");
            ada.page.fill("#quantity", "3");
        }
    }

    @Test
    void theLanguageChangesInPlaceAndNothingTypedIsLost() {
        try (var ada = sender(View.NARROW, "?streamer=@demo&gift=5655&quantity=1200")) {
            ada.button("You and this page").click();
            ada.findsNothingWrong();
            ada.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Français"))
                    .click();
            ada.page.keyboard().press("Escape");
            assertThat(ada.page.locator("[data-at=quote]")).containsText("Coût");
            assertThat(ada.page.locator("[data-at=quote] .cost")).containsText("1 200");
            assertThat(ada.page.inputValue("#quantity")).isEqualTo("1200");
            ada.findsNothingWrong();
        }
    }
}
