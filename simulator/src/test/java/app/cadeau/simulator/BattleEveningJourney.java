package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person watches the evening of the match twenty times as fast, and presses Send by hand. */
class BattleEveningJourney {

    private static final String ROSE = "5655";

    /** Every text that stood below the bar: at this speed a look now and then would miss some. */
    private static final String KEEP_WHAT_IS_SAID = """
            () => {
              window.said = [];
              const line = document.querySelector("[class*=DivMatchLine]");
              new MutationObserver(() => window.said.push(line.textContent))
                .observe(line, { childList: true, characterData: true, subtree: true });
            }""";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private static void says(Page page, String text) {
        page.waitForFunction("text => window.said.some(one => one.includes(text))", text);
    }

    @Test
    void aPersonSeesTheMatchTheChallengeAndTheirOwnGiftCounted() throws Exception {
        try (Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0))) {
            Page page = browsing.live(simulator, "sim-main");
            Caller.Ears ears = new Caller(simulator, "sim-main").listen(true);
            page.evaluate(KEEP_WHAT_IS_SAID);

            simulator.evenings().start(new Programme(Scripts.find("battle"), 20, false));

            assertThat(page.locator("[class*=DivBattle]")).isVisible();
            assertThat(page.locator("[class*=SpanClock]")).hasText(Pattern.compile("\\d:\\d\\d"));
            Browsing.select(page, ROSE).click();
            assertThat(page.locator("[class*=SpanBalance]")).hasText("99999");
            assertThat(page.locator("[class*=DivMine]")).containsText("sent Rose");
            assertThat(ours(ears, simulator.wallet("main").userId()).number(10)).isEqualTo(1);
            says(page, "LIVE creators unlock ×3 gifting points for reaching the target");
            says(page, "Target reached");
            says(page, "×3 gifting points · 0:");
            says(page, "match points");
            says(page, "Nour sent 1 boosting glove");
            assertThat(page.locator("[class*=SpanClock]")).hasText(Pattern.compile("Victory|Defeat"));
            assertThat(simulator.truth().landed("main", 5655)).isEqualTo(1);
        }
    }

    /** The score that our gift changed, as the gift's own room hears it. */
    private static Wire ours(Caller.Ears ears, long userId) throws Exception {
        while (true) {
            for (Wire armies : Wire.messages(ears.next(), "WebcastLinkMicArmies")) {
                if (armies.number(8) == userId) {
                    return armies;
                }
            }
        }
    }

    @Test
    void whoComesLateSeesTheMatchAsItStands() {
        Settings settings = Settings.defaults().withScript(Scripts.find("battle"));
        try (Simulator simulator = Simulator.start(settings)) {
            simulator.evenings().seek(122_000);

            Page page = browsing.live(simulator, "sim-main");

            assertThat(page.locator("[class*=SpanBoost]")).hasText(Pattern.compile("×3 gifting points · 0:\\d\\d"));
            assertThat(page.locator("[class*=BScore]").first()).hasText(Pattern.compile("[1-9],\\d{3}"));
        }
    }
}
