package app.cadeau.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who looks for a picture, clicks on it, and presses what is called Send: on every design, with a mouse. */
class SkinsByHandJourney {

    private static final long ROSE = 5655;
    private static final long UNIVERSE = 9072;

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @ParameterizedTest
    @CsvSource({
        "CURRENT, en, Send", "CURRENT, fr, Envoyer",
        "OF_2022, en, Send", "OF_2022, fr, Envoyer",
        "SHUFFLED, en, Send", "SHUFFLED, fr, Envoyer",
    })
    void oneSendOnEverySkinInBothLanguages(Skin skin, String language, String send) {
        Page page = open("skin=" + skin + "&lang=" + language);

        Person.sends(page, ROSE, send);

        landed(page, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void oneOfTheBarAndOneFromBehindMoreOnTenShapes(int shape) {
        Page page = open("skin=shuffled&lang=en&shape=" + shape);

        Person.sends(page, ROSE, "Send");
        landed(page, 1);
        page.locator("[aria-expanded=false]").click();
        Person.sends(page, Person.firstBeyondTheBar(page), "Send");

        page.waitForCondition(() -> simulator.truth().landed("main") == 2);
        assertThat(simulator.truth().landed("main", ROSE)).isEqualTo(1);
    }

    /** One shape of each kind of panel: all at once, inline, in tabs, only the rows that are seen, more as one scrolls. */
    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14})
    void theDearestGiftIsFoundBehindMore(int shape) {
        Page page = open("skin=shuffled&lang=fr&shape=" + shape);
        page.locator("[aria-expanded=false]").click();

        assertThat(Person.looksFor(page, UNIVERSE)).hasCount(1);
    }

    private Page open(String query) {
        Page page = browsing.open(simulator, "sim-main", 1280, 800);
        page.navigate(simulator.url() + "/@demo/live?" + query);
        return page;
    }

    private void landed(Page page, long count) {
        page.waitForCondition(() -> simulator.truth().landed("main", ROSE) == count);
        assertThat(simulator.truth().landed("main")).isEqualTo(count);
        Locator coins = page.getByText(Pattern.compile("^99.?99\\d$")).first();
        assertThat(coins).isVisible();
    }
}
