package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the page says about itself, and what chat only talks about. */
class PageSignsJourney {

    @AutoClose
    private PageFixture page;

    @BeforeEach
    void open() {
        page = PageFixture.open("current-en.html");
        page.gifts("5655|Rose|1|rose", "5269|TikTok|1|tiktok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>No LIVE</h1><button>Back</button>|No LIVE",
                "<p>Le LIVE est actuellement indisponible</p>|actuellement",
                "<div>demo isn't hosting a LIVE right now</div>|isn't hosting"
            })
    void seesThatThereIsNoLive(String body, String text) {
        page.page("document.body.innerHTML = \"" + body + "\"");
        JsonNode seen = page.ask("cadeau.look()");
        assertThat(seen.get("onAir").asBoolean(true)).isFalse();
        assertThat(seen.get("ended").asBoolean()).isFalse();
        assertThat(seen.get("offAirText").asString()).contains(text);
        assertThat(page.select(5655, "Rose", 1).get("kind").asString()).isEqualTo("OFF_AIR");
    }

    @Test
    void seesThatTheLiveHasEndedThoughTheGiftBarStands() {
        page.page("document.querySelector('.v9').insertAdjacentHTML('beforeend', '<h2>LIVE has ended</h2>')");
        assertThat(page.ask("cadeau.look()").get("ended").asBoolean()).isTrue();
        assertThat(page.select(5655, "Rose", 1).get("kind").asString()).isEqualTo("LIVE_ENDED");
        assertThat(page.clicks()).isEmpty();
    }

    @Test
    void seesThatNobodyIsLoggedIn() {
        page.page("document.querySelector('.w').outerHTML = '<button>Log in to send gifts</button>'");
        assertThat(page.ask("cadeau.look()").get("loggedOut").asBoolean()).isTrue();
        assertThat(page.select(5655, "Rose", 1).get("kind").asString()).isEqualTo("LOGGED_OUT");
        assertThat(page.clicks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=captcha-verify style='position:fixed;top:0'>Slide</div>",
                "<div role=dialog style='position:fixed;top:0'>Vérification de sécurité</div>",
                "<iframe src='about:blank#' data-e2e=captcha-frame style='position:fixed;top:0'></iframe>"
            })
    void seesAChallengeAndClicksNothing(String challenge) {
        page.page("document.body.insertAdjacentHTML('beforeend', `" + challenge + "`)");
        assertThat(page.ask("cadeau.look()").get("challenge").asString()).isNotBlank();
        assertThat(page.select(5655, "Rose", 1).get("kind").asString()).isEqualTo("CHALLENGED");
        assertThat(page.clicks()).isEmpty();
    }

    @Test
    void takesNoWordOfTheChatForThePagesOwn() {
        page.page(
                "for (const said of ['No LIVE', 'LIVE has ended', 'verify to continue', 'Log in', 'security check'])"
                        + " document.querySelector('.rows').insertAdjacentHTML('beforeend', `<div><a>eve</a><span>${said}</span></div>`)");
        JsonNode seen = page.ask("cadeau.look()");
        assertThat(seen.get("onAir").asBoolean()).isTrue();
        assertThat(seen.get("challenge").isNull()).isTrue();
        assertThat(seen.get("loggedOut").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"20,164|20164", "20 164|20164", "20.164|20164", "0|0", "7|7", "Recharge|0", "1.2K|", "3,4M|"})
    void readsTheBadge(String shown, Integer coins) {
        page.page("document.querySelector('#bal').textContent = '" + shown + "'");
        JsonNode balance = page.ask("cadeau.look()").get("balance");
        assertThat(balance.isNull() ? null : Integer.valueOf(balance.asInt())).isEqualTo(coins);
    }

    @Test
    void watchesBalanceAndTroubleAndTellsEachChangeOnce() {
        page.ask("cadeau.watch()");
        page.page("document.querySelector('#bal').textContent = '20,160'");
        page.page(
                "document.body.insertAdjacentHTML('beforeend', '<div id=captcha style=\"position:fixed;top:0\">Slide</div>')");
        page.ask(
                "new Promise((done) => { const look = () => cadeau.news.length >= 3 ? setTimeout(done, 700) : setTimeout(look, 20); look(); })");
        assertThat(page.ask("cadeau.news.map((news) => [news.type, news.coins ?? news.trouble].join(' '))")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("balance 20164", "shaken CHALLENGED", "balance 20160");
    }

    @Test
    void probesForTheDoctorWithoutAClick() {
        List<String> found = page.ask("cadeau.probe({id: 5655, name: 'Rose', coins: 1, pictures: []})")
                .valueStream()
                .filter(row -> row.get("found").asBoolean())
                .map(row -> row.get("target").asString())
                .toList();
        assertThat(found).contains("bar", "tiles", "more", "balance", "chat");
        assertThat(page.clicks()).isEmpty();
    }
}
