package app.cadeau.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Members come in by name and password, and lose nothing when their log-in ends in mid-work. */
class LogInJourney {

    private static final String WORD = "tidy lanterns over water";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(60_000);
    private static Serving serving;

    @BeforeAll
    static void start() {
        serving = Serving.start();
        serving.account("main", 5_000, true);
        serving.call("POST", "/api/auth/first-admin", member("ada"));
    }

    @AfterAll
    static void stop() {
        serving.close();
    }

    private static String member(String name) {
        return "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, WORD);
    }

    private static Visitor in(String name, View view) {
        var visitor = Visitor.stranger(serving, view);
        visitor.page.navigate(serving.url("/gift-sender.html?streamer=@demo&gift=5655"));
        visitor.page.waitForURL("**/login.html*");
        visitor.page.fill("#name", name);
        visitor.page.fill("#password", WORD);
        visitor.page.locator("[data-at=enter]").click();
        visitor.page.waitForURL("**/gift-sender.html*");
        assertThat(visitor.page.locator("[data-at=gift]")).containsText("Rose");
        visitor.complaints.clear();
        return visitor;
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneLeadsToWhereOneWanted() {
        try (var stranger = Visitor.stranger(serving, View.PHONE)) {
            stranger.page.navigate(serving.url("/login.html"));
            stranger.findsNothingWrong();
            stranger.page.fill("#name", "ada");
            stranger.page.fill("#password", "not at all the right one");
            stranger.page.keyboard().press("Enter");
            assertThat(stranger.page.locator("[data-at=wrong]")).containsText("Name or password is wrong");
            assertThat(stranger.page.locator("#password")).isFocused();
        }
        in("ada", View.DESK.in("fr")).close();
    }

    @Test
    void anExpiredTokenIsRenewedWithoutAWord() {
        try (var ada = in("ada", View.DESK)) {
            ada.page.context().clearCookies(new ClearCookiesOptions().setName(Pattern.compile("__Host-cadeau-\\d+")));
            ada.page.fill("#quantity", "2");
            ada.page.locator("[data-at=send]").click();
            assertThat(ada.page.locator(
                            "article.send", new Page.LocatorOptions().setHasText("2 × Rose"))) // not ben's of before
                    .isVisible(SOON);
            assertThat(ada.page.locator("dialog").count()).isZero();
        }
    }

    @Test
    void aLogInThatEndedAsksForThePasswordAndLosesNothing() {
        try (var ada = in("ada", View.DESK)) {
            var before = sends();
            ada.page.fill("#quantity", "3");
            ada.page.context().clearCookies();
            ada.page.locator("[data-at=send]").click();
            assertThat(ada.dialog()).containsText("Your log-in has ended");
            ada.page.fill("#again-word", "wrong wrong wrong");
            ada.page.keyboard().press("Enter");
            assertThat(ada.dialog()).containsText("Name or password is wrong");
            ada.page.fill("#again-word", WORD);
            ada.page.keyboard().press("Enter");
            ada.page.waitForCondition(() -> sends() > before);
            assertThat(ada.page.inputValue("#quantity")).isEqualTo("3");
            assertThat(sends()).isEqualTo(before + 1);
        }
    }

    @Test
    void twoMembersAtOnceSeeEachOthersSendsAndWhoAsked() {
        serving.call("POST", "/api/members", member("ben").replace("}", ", \"role\": \"SENDER\"}"));
        try (var ada = in("ada", View.DESK);
                var ben = in("ben", View.PHONE)) {
            ben.page.fill("#quantity", "90");
            ben.page.locator("[data-at=send]").click();
            assertThat(ada.page.locator("article.send", new Page.LocatorOptions().setHasText("by ben")))
                    .isVisible(SOON);
            assertThat(ben.page.locator("article.send", new Page.LocatorOptions().setHasText("90 × Rose")))
                    .isVisible(SOON);
            assertThat(ben.page.locator("article.send", new Page.LocatorOptions().setHasText("by ben")))
                    .hasCount(0);
        }
    }

    private static int sends() {
        return serving.call("GET", "/api/sends?limit=200", "").path("sends").size();
    }
}
