package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The guarded press: what the page does after its third press must keep the fourth from being made. */
class PageGuardJourney {

    @AutoClose
    private PageFixture page;

    @BeforeEach
    void selectARose() {
        page = PageFixture.open("current-en.html");
        page.gifts("5655|Rose|1|rose", "5269|TikTok|1|tiktok", "9999|Fest Pop|50|pop");
        assertThat(page.select(5655, "Rose", 1).get("ok").asBoolean()).isTrue();
    }

    /** Each row: the halt that must be told, and what the page does in the turn of its third press. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PRICE      | T.rose.querySelector('.c span').textContent = '5'",
                "PRICE      | T.rose.querySelector('.c span').textContent = ''",
                "QUANTITY   | T.rose.insertAdjacentHTML('beforeend', '<em>×10</em>')",
                "QUANTITY   | T.rose.querySelector('.s').textContent = 'Send ×99'",
                "QUANTITY   | T.rose.insertAdjacentHTML('beforeend', '<i>x <b>365</b></i>')",
                "QUANTITY   | T.rose.insertAdjacentHTML('beforeend', '<select><option>1<option selected>10</select>')",
                "COVERED    | document.body.insertAdjacentHTML('beforeend', '<div style=~position:fixed;inset:0;z-index:9~></div>')",
                "COVERED    | T.rose.insertAdjacentHTML('beforeend', '<span style=~position:absolute;inset:0~></span>')",
                "DIALOG     | document.body.insertAdjacentHTML('beforeend', '<div role=dialog style=~position:fixed;top:9px~>Top up your coins</div>')",
                "DIALOG     | document.body.insertAdjacentHTML('beforeend', '<section aria-modal=true>Are you 18?</section>')",
                "CHALLENGED | document.body.insertAdjacentHTML('beforeend', '<div id=captcha_box style=~position:fixed;top:9px~>Drag the slider</div>')",
                "CHALLENGED | document.body.insertAdjacentHTML('beforeend', '<div role=dialog style=~position:fixed;top:9px~>Verify to continue</div>')",
                "CHALLENGED | document.body.insertAdjacentHTML('beforeend', '<div style=~position:fixed;inset:200px~><p>Security check</p></div>')",
                "NOT_READY  | T.rose.querySelector('.s').disabled = true",
                "NOT_READY  | T.rose.querySelector('.s').setAttribute('aria-disabled', 'true')",
                "NOT_READY  | T.rose.querySelector('.s').style.pointerEvents = 'none'",
                "NOT_READY  | T.rose.querySelector('.s').style.visibility = 'hidden'",
                "NOT_READY  | T.rose.querySelector('.s').style.opacity = '0'",
                "NOT_READY  | T.rose.querySelector('.s').textContent = 'Recharge'",
                "MOVED      | const copy = T.rose.cloneNode(true); T.rose.replaceWith(copy)",
                "MOVED      | T.tiktok.append(T.rose.querySelector('.s'))",
                "MOVED      | T.rose.querySelector('img').src = T.tiktok.querySelector('img').src",
                "MOVED      | T.rose.querySelector('img').src = '/img/another.png'",
                "MOVED      | T.rose.querySelector('.n').textContent = 'TikTok'",
                "MOVED      | T.rose.querySelector('.n').textContent = 'Lion'",
            })
    void pressesNoMoreWhen(String kind, String change) {
        String done = change.replace('~', '"');
        page.page("() => { let n = 0; window.onSend = () => { if (++n === 3) { " + done + " } } }");
        JsonNode end = page.burst(6, 40, 2000);
        assertThat(end.get("halted").get("kind").asString()).as(end.toString()).isEqualTo(kind);
        assertThat(end.get("halted").get("seen").asString()).isNotBlank();
        assertThat(end.get("presses").asInt()).isEqualTo(3);
        assertThat(page.clicks()).containsExactly("rose", "send-rose", "send-rose", "send-rose");
    }

    @ParameterizedTest(name = "goes on when {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "the name comes back         | T.rose.querySelector('.n').textContent = 'Rose'",
                "gifts are sorted by moving  | T.rose.parentNode.append(T.rose)",
                "chat speaks of a challenge  | document.querySelector('.rows').insertAdjacentHTML('beforeend', '<div>verify to continue</div>')",
                "the tray shows a gift       | document.querySelector('.tray').insertAdjacentHTML('beforeend', '<div>TikTok x10</div>')",
                "the balance falls           | document.querySelector('#bal').textContent = '20,161'",
                "a closed dialog is about    | document.body.insertAdjacentHTML('beforeend', '<div role=dialog style=~display:none~>Top up</div>')",
                "the quantity says one       | T.rose.insertAdjacentHTML('beforeend', '<em>×1</em>')",
            })
    void goesOn(String what, String change) {
        page.page("() => { let n = 0; window.onSend = () => { if (++n === 3) { " + change.replace('~', '"') + " } } }");
        JsonNode end = page.burst(5, 40, 2000);
        assertThat(end.get("halted").isNull()).as(what + " " + end).isTrue();
        assertThat(end.get("presses").asInt()).isEqualTo(5);
    }

    @Test
    void pressesADearGiftWhoseTileIsPaintedAnewWhenSelected() {
        page.page(
                "() => { const inside = T.pop.innerHTML; T.pop.onclick = () => { if (T.pop.querySelector('.s')) return;"
                        + " T.pop.innerHTML = inside + '<button class=s>Send</button>'; T.pop.querySelector('.n').textContent = ''; } }");
        assertThat(page.select(9999, "Fest Pop", 50).get("ok").asBoolean()).isTrue();
        assertThat(page.burst(2, 40, 1000).get("presses").asInt()).isEqualTo(2);
        page.page("() => T.pop.insertAdjacentHTML('beforeend', '<em>10</em>')");
        assertThat(page.burst(2, 40, 1000).get("halted").get("kind").asString()).isEqualTo("QUANTITY");
    }

    @Test
    void selectsATileAnewThatWasMountedAnewAndGoesOn() {
        page.page(
                "() => { const copy = T.rose.cloneNode(true); copy.querySelector('.s').remove(); copy.querySelector('.n').textContent = 'Rose';"
                        + " copy.onclick = () => pick(copy, 'rose', 'Rose'); T.rose.replaceWith(copy); T.rose = copy; }");
        assertThat(page.burst(2, 40, 1000).get("halted").get("kind").asString()).isEqualTo("MOVED");
        assertThat(page.select(5655, "Rose", 1).get("ok").asBoolean()).isTrue();
        assertThat(page.burst(2, 40, 1000).get("presses").asInt()).isEqualTo(2);
        assertThat(page.clicks()).containsExactly("rose", "rose", "send-rose", "send-rose");
    }

    @Test
    void picksUpOnceATileThatWasPutDownAndEndsWhenItShowsNoSend() {
        page.page("() => { let n = 0; window.onSend = () => { if (++n === 3) T.rose.querySelector('.s').remove(); } }");
        JsonNode end = page.burst(6, 40, 2000);
        assertThat(end.get("halted").get("kind").asString()).isEqualTo("MOVED");
        assertThat(page.clicks()).containsExactly("rose", "send-rose", "send-rose", "send-rose", "rose");
    }

    @Test
    void pressesNothingBeforeAGiftIsSelected() {
        try (PageFixture fresh = PageFixture.open("current-en.html")) {
            assertThat(fresh.burst(2, 40, 1000).get("halted").get("kind").asString())
                    .isEqualTo("MOVED");
            assertThat(fresh.clicks()).isEmpty();
        }
    }

    @Test
    void stopsBeforeTheNextPressAndBeginsNoneUntilAllowed() {
        page.page("() => { let n = 0; window.onSend = () => { n++; }; }");
        page.ask(
                "cadeau.burst({number: 1, presses: 50, intervalMs: 30, deadlineInMs: 9000, deadlineWallMs: Date.now() + 9000})");
        page.ask("new Promise((done) => setTimeout(done, 200)).then(() => cadeau.stop())");
        int clicked = page.clicks().size();
        assertThat(page.burstEnd().get("halted").get("kind").asString()).isEqualTo("STOPPED");
        assertThat(page.burst(3, 30, 1000).get("halted").get("kind").asString()).isEqualTo("STOPPED");
        assertThat(page.clicks()).hasSize(clicked);
        page.ask("cadeau.allow()");
        assertThat(page.burst(3, 30, 1000).get("presses").asInt()).isEqualTo(3);
    }

    @Test
    void pressesNothingAfterTheDeadlineOnEitherClock() {
        JsonNode end = page.burst(10, 100, 250);
        assertThat(end.get("halted").get("kind").asString()).isEqualTo("DEADLINE");
        assertThat(end.get("presses").asInt()).isBetween(2, 3);
        int clicked = page.clicks().size();
        page.ask("cadeau.news.length = 0");
        page.ask(
                "cadeau.burst({number: 1, presses: 3, intervalMs: 10, deadlineInMs: 5000, deadlineWallMs: Date.now() - 1})");
        assertThat(page.burstEnd().get("halted").get("kind").asString()).isEqualTo("DEADLINE");
        assertThat(page.clicks()).hasSize(clicked);
    }

    @Test
    void keepsThePaceAcrossBurstsAndAfterAStallAndNeverPassesIt() {
        page.page(
                "() => { let n = 0; window.onSend = () => { if (++n === 8) { const t = performance.now(); while (performance.now() - t < 200); } } }");

        double[] at = pressed(8);

        assertPaceNeverPassed(at);
        var gaps = gaps(at, 1).stream().sorted().toList();
        assertThat(gaps.get(gaps.size() / 2)).isBetween(80.5, 85.0);
    }

    @Test
    void makesUpForWhatTheMachineDelaysALittle() {
        page.page("() => { let n = 0; window.onSend = () => { if (++n % 3) return; const t = performance.now();"
                + " setTimeout(() => { while (performance.now() < t + 88); }, 60); } }");

        double[] at = pressed(10);

        assertPaceNeverPassed(at);
        assertThat(gaps(at, 1)).anyMatch(gap -> gap > 86).anyMatch(gap -> gap < 82.5);
    }

    /** Moments of the presses of so many bursts of three, at twelve a second. */
    private double[] pressed(int bursts) {
        double[] at = new double[bursts * 3];
        for (int burst = 0; burst < bursts; burst++) {
            page.burst(3, 83, 2000);
            JsonNode pressed = page.ask("cadeau.news.filter((news) => news.type === 'pressed').map((news) => news.at)");
            for (int i = 0; i < 3; i++) {
                at[burst * 3 + i] = pressed.get(i).asDouble();
            }
        }
        return at;
    }

    /** The page's clock is told in steps of 0.1 ms. */
    private static void assertPaceNeverPassed(double[] at) {
        assertThat(gaps(at, 1)).allMatch(gap -> gap > 83 - 5 - 0.15);
        assertThat(gaps(at, 12)).allMatch(second -> second > 12 * 83 - 0.15);
    }

    private static List<Double> gaps(double[] at, int over) {
        return IntStream.range(over, at.length)
                .mapToObj(i -> at[i] - at[i - over])
                .toList();
    }

    @Test
    void costsLittleAPress() {
        double millis = page.ask(
                        "(() => { const from = performance.now(); for (let i = 0; i < 100; i++) cadeau.ready();"
                                + " return (performance.now() - from) / 100; })()")
                .asDouble();
        assertThat(millis).isLessThan(4);
    }
}
