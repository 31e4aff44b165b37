package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Presses by a real mouse event: the guard stands between the event and the page. */
class PageTrustedJourney {

    @AutoClose
    private PageFixture page;

    @BeforeEach
    void selectARose() {
        page = PageFixture.open("current-en.html");
        page.ask("cadeau.setup(" + PageScript.setup(PageScript.DESIGNS, "trusted") + ")");
        page.gifts("5655|Rose|1|rose", "5269|TikTok|1|tiktok");
        page.ask(
                "(globalThis.selecting = cadeau.select({id: 5655, name: 'Rose', coins: 1, pictures: []}, 2500)) && null");
        page.mouseClick(aim("news.index === undefined"));
        assertThat(page.ask("globalThis.selecting").get("ok").asBoolean()).isTrue();
    }

    @Test
    void asksForEachPressAndCountsWhatReachedThePage() {
        begin(2);
        page.mouseClick(nextAim(0));
        page.mouseClick(nextAim(1));
        assertThat(page.burstEnd().get("presses").asInt()).isEqualTo(2);
        assertThat(page.clicks()).containsExactly("rose", "send-rose", "send-rose");
    }

    @Test
    void letsNoMouseEventThroughThatWasNotAskedFor() {
        begin(1);
        JsonNode point = nextAim(0);
        page.mouseClick(point);
        page.mouseClick(point);
        assertThat(page.clicks()).containsExactly("rose", "send-rose");
    }

    @Test
    void refusesTheMouseWhenThePriceMovedAfterItWasAskedFor() {
        begin(2);
        JsonNode point = nextAim(0);
        page.page("T.rose.querySelector('.c span').textContent = '9'");
        page.mouseClick(point);
        assertThat(page.burstEnd().get("halted").get("kind").asString()).isEqualTo("PRICE");
        assertThat(page.clicks()).containsExactly("rose");
    }

    @Test
    void refusesTheMouseAfterAStop() {
        begin(2);
        JsonNode point = nextAim(0);
        page.ask("cadeau.stop()");
        page.mouseClick(point);
        assertThat(page.clicks()).containsExactly("rose");
    }

    private void begin(int presses) {
        page.ask("cadeau.burst({number: 1, presses: " + presses
                + ", intervalMs: 30, deadlineInMs: 5000, deadlineWallMs: Date.now() + 5000})");
    }

    private JsonNode nextAim(int index) {
        return aim("news.index === " + index);
    }

    private JsonNode aim(String which) {
        return page.ask("new Promise((done) => { const look = () => {"
                + " const aim = cadeau.news.find((news) => news.type === 'aim' && " + which + ");"
                + " aim ? done(aim) : setTimeout(look, 5); }; look(); })");
    }
}
