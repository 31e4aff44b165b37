package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding and selecting gifts on pages of different hands; every test says what was clicked, in order. */
class PageSelectJourney {

    private static final String[] GIFTS = {
        "5655|Rose|1|rose", "5269|TikTok|1|tiktok", "6427|Sunset Speedway|10000|sunset", "9999|Fest Pop|50|pop",
        "11|Heart|10|heart1", "12|Heart|10|heart2", "13|Heart|200|heart3", "14|Private Jet|4888|"
    };

    @Test
    void looksAtACurrentPageAndOpensNoSideMenu() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            JsonNode seen = page.ask("cadeau.look()");
            assertThat(seen.get("onAir").asBoolean()).isTrue();
            assertThat(seen.get("balance").asInt()).isEqualTo(20164);
            assertThat(seen.get("bar").asInt()).isEqualTo(4);
            assertThat(seen.get("challenge").isNull()).isTrue();
            assertThat(seen.get("loggedOut").asBoolean()).isFalse();
            assertThat(page.ask("cadeau.offeredAll(3000)")
                            .valueStream()
                            .map(gift -> gift.get("id").asInt(0)))
                    .containsExactly(5655, 5269, 6427, 9999, 11, 12, 13, 14, 0, 0, 0);
            assertThat(page.clicks()).containsExactly("more");
        }
    }

    @Test
    void selectsWithTheGenericDesignAloneAndPressesAsOftenAsAsked() {
        try (PageFixture page = PageFixture.open("current-en.html", List.of("generic"))) {
            page.gifts(GIFTS);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertThat(page.burst(3, 80, 2000).get("presses").asInt()).isEqualTo(3);
            assertSelected(page.select(12, "Heart", 10), "PANEL", 1);
            assertThat(page.clicks()).containsExactly("rose", "send-rose", "send-rose", "send-rose", "more", "heart2");
        }
    }

    @Test
    void knowsASelectedTileWithoutAnotherClick() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertThat(page.clicks()).containsExactly("rose");
        }
    }

    /** As a page is kept warm between two sends, and its Send says a word that nobody taught us. */
    @Test
    void knowsASelectedTileAgainWhoseSendSaysAnUnknownWord() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page("window.sendSays = 'Deliver'");
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertThat(page.burst(1, 80, 2000).get("presses").asInt()).isOne();
            assertThat(page.clicks()).containsExactly("rose", "send-rose");
        }
    }

    @Test
    void selectsAnewWhatIsNoLongerSelectedWhateverItsSendSays() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page("window.sendSays = 'Deliver'");
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            page.page("pick(T.tiktok, 'tiktok', 'TikTok')");
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            page.page("document.querySelector('.s').textContent = 'Keep'");
            assertRefused(page.select(5655, "Rose", 1), "PAGE_CHANGED");
            assertThat(page.clicks()).containsExactly("rose", "rose", "rose");
        }
    }

    @Test
    void knowsATruncatedName() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts("6427|Sunset Speedway|10000|");
            assertSelected(page.select(6427, "Sunset Speedway", 10000), "BAR", 2);
        }
    }

    @Test
    void saysThatThePriceMovedAndClicksNothing() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page("T.rose.querySelector('.c span').textContent = '2'");
            assertRefused(page.select(5655, "Rose", 1), "PRICE_MOVED");
            assertThat(page.clicks()).doesNotContain("rose");
        }
    }

    @Test
    void findsNoGiftThatOnlyTheChatSpeaksOf() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts("5655|Rose|1|rose", "5269|TikTok|1|tiktok");
            page.page("T.rose.remove()");
            assertRefused(page.select(5655, "Rose", 1), "GIFT_NOT_OFFERED");
            assertThat(page.clicks()).containsExactly("more");
        }
    }

    @Test
    void clicksNoMenuWhenThereIsNoGiftBar() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page("document.querySelector('.b7').remove()");
            assertRefused(page.select(5655, "Rose", 1), "GIFT_NOT_OFFERED");
            assertThat(page.ask("cadeau.openPanel(300)").get("open").asBoolean())
                    .isFalse();
            assertThat(page.clicks()).isEmpty();
        }
    }

    @Test
    void refusesTwoGiftsOfOneNameAndPriceThatNoPictureTellsApart() {
        try (PageFixture page = PageFixture.open("nameonly.html")) {
            page.gifts("1|Rose|1|", "11|Heart|10|", "12|Heart|10|");
            JsonNode answer = page.select(11, "Heart", 10);
            assertRefused(answer, "GIFT_NOT_OFFERED");
            assertThat(answer.get("seen").asString()).contains("11", "12");
            assertThat(page.clicks()).isEmpty();
            page.gifts();
            assertRefused(page.select(11, "Heart", 10), "GIFT_NOT_OFFERED");
            assertThat(page.clicks()).isEmpty();
        }
    }

    @Test
    void findsSendInALanguageItDoesNotKnowAsTheControlThatAppeared() {
        try (PageFixture page = PageFixture.open("nameonly.html", List.of("generic"))) {
            page.gifts();
            assertSelected(page.select(1, "Rose", 1), "BAR", 0);
            page.burst(2, 50, 1000);
            assertThat(page.clicks()).containsExactly("a", "send-a", "send-a");
        }
    }

    @Test
    void selectsOnAFrenchPageThatRendersItsListsAnewAtEachChoice() {
        try (PageFixture page = PageFixture.open("current-fr.html")) {
            page.gifts(
                    "5655|Rose|1|rose",
                    "5487|Cœur avec les doigts|5|coeur",
                    "6369|Lion|29999|lion",
                    "1000|Galaxie|1000|g3");
            JsonNode seen = page.ask("cadeau.look()");
            assertThat(seen.get("balance").asInt()).isEqualTo(20164);
            assertThat(seen.get("language").asString()).isEqualTo("fr");
            assertSelected(page.select(6369, "Lion", 29999), "BAR", 3);
            assertSelected(page.select(1000, "Galaxie", 1000), "PANEL", 2);
            page.burst(2, 50, 1000);
            assertThat(page.clicks()).containsExactly("bar-lion", "plus", "panel-g3", "envoyer-g3", "envoyer-g3");
        }
    }

    @Test
    void turnsTheCarouselOfThe2022Design() {
        try (PageFixture page = PageFixture.open("legacy-2022.html")) {
            page.gifts("5655|Rose|1|rose", "5827|Ice Cream Cone|1|icecream");
            assertThat(page.ask("cadeau.look()").get("balance").asInt()).isEqualTo(1000);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertThat(page.clicks()).isEmpty();
            assertSelected(page.select(5827, "Ice Cream Cone", 1), "BAR", 6);
            page.burst(2, 50, 1000);
            assertThat(page.clicks()).containsExactly("right", "right", "send-icecream", "send-icecream");
        }
    }

    @Test
    void selectsOnAPageMadeOfDivsWithSendOutsideOfTheTilesFirstWrapper() {
        try (PageFixture page = PageFixture.open("divs.html")) {
            page.gifts(
                    "5655|Rose|1|rose",
                    "6064|GG|1|gg",
                    "18279|2026|1|y26",
                    "6038|TikTok Universe|34999|uni",
                    "7312|TikTok Universe+|34999|uniplus",
                    "9565|TaiPei 101|19999|taipei");
            JsonNode seen = page.ask("cadeau.look()");
            assertThat(seen.get("balance").asInt(-1)).isZero();
            assertThat(seen.get("challenge").isNull()).isTrue();
            assertThat(seen.get("onAir").asBoolean()).isTrue();
            assertThat(page.ask("cadeau.offered()")
                            .valueStream()
                            .map(gift -> gift.get("id").asInt(0)))
                    .containsExactly(5655, 6064, 18279, 6038);
            assertSelected(page.select(18279, "2026", 1), "BAR", 2);
            page.burst(1, 50, 1000);
            assertSelected(page.select(7312, "TikTok Universe+", 34999), "PANEL", 0);
            page.burst(1, 50, 1000);
            assertThat(page.clicks()).containsExactly("y26", "send-y26", "see-all", "uniplus", "send-uniplus");
        }
    }

    @Test
    void scrollsAPanelThatRendersOnlyWhatIsSeen() {
        try (PageFixture page = PageFixture.open("virtual.html")) {
            page.gifts("5655|Rose|1|rose", "777|Gift No 100|110|g100");
            assertThat(page.ask("cadeau.look()").get("balance").isNull()).isTrue();
            assertSelected(page.select(777, "Gift No 100", 110), "PANEL", -1);
            page.burst(2, 50, 1000);
            assertThat(page.clicks()).containsExactly("more", "g100", "send-g100", "send-g100");
            assertThat(page.ask("cadeau.offeredAll(8000)").size()).isEqualTo(123);
        }
    }

    @Test
    void findsAGiftByNameAndPriceWhenTheListWasRefused() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts();
            assertThat(page.ask("cadeau.offered()").get(0).get("name").asString())
                    .isEqualTo("Rose");
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            JsonNode seen = page.ask("cadeau.look()");
            assertThat(seen.get("balance").asInt()).isEqualTo(20164);
            assertThat(seen.get("bar").asInt()).isEqualTo(4);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            page.page("pick(T.tiktok, 'tiktok', 'TikTok')");
            assertThat(page.ask("cadeau.look()").get("balance").asInt()).isEqualTo(20164);
            assertSelected(page.select(5655, "Rose", 1), "BAR", 0);
            assertThat(page.clicks()).containsExactly("rose", "rose");
        }
    }

    @Test
    void clicksNothingUnderAnOpenDialog() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page("document.body.insertAdjacentHTML('beforeend', '<div role=dialog>Pick a birthday</div>')");
            assertRefused(page.select(13, "Heart", 200), "PAGE_CHANGED");
            assertThat(page.clicks()).isEmpty();
        }
    }

    @Test
    void saysThatThePriceMovedOfAGiftKnownByNameOnly() {
        try (PageFixture page = PageFixture.open("nameonly.html")) {
            page.gifts("6369|Lion|25000|");
            assertRefused(page.select(6369, "Lion", 25000), "PRICE_MOVED");
            assertThat(page.clicks()).isEmpty();
        }
    }

    @Test
    void believesTilesThatNothingMarksAsClickableBesideMoreOrTheBalance() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.gifts(GIFTS);
            page.page(
                    "document.head.insertAdjacentHTML('beforeend', '<style>* { cursor: default !important }</style>')");
            assertSelected(page.select(13, "Heart", 200), "PANEL", -1);
        }
    }

    /** @param position -1 when it does not matter */
    private static void assertSelected(JsonNode answer, String place, int position) {
        assertThat(answer.get("ok").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.get("place").asString()).isEqualTo(place);
        if (position >= 0) {
            assertThat(answer.get("position").asInt()).isEqualTo(position);
        }
    }

    private static void assertRefused(JsonNode answer, String kind) {
        assertThat(Objects.toString(answer.get("kind"))).as(answer.toString()).contains(kind);
    }
}
