package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PageSelectJourney {

    static final String GIFTS = """
            cadeau.gifts([
              {id: 5655, name: 'Rose', coins: 1, pictures: ['https://p77.example/img/webcast-va/rose~tplv-obj.webp']},
              {id: 5269, name: 'TikTok', coins: 1, pictures: ['https://p77.example/img/webcast-va/tiktok~tplv-obj.webp']},
              {id: 6427, name: 'Sunset Speedway', coins: 10000, pictures: ['https://p77.example/img/webcast-va/sunset~tplv-obj.webp']},
              {id: 9999, name: 'Fest Pop', coins: 50, pictures: ['https://p77.example/img/webcast-va/pop~tplv-obj.webp']},
              {id: 11, name: 'Heart', coins: 10, pictures: ['https://p77.example/img/webcast-va/heart1~tplv-obj.webp']},
              {id: 12, name: 'Heart', coins: 10, pictures: ['https://p77.example/img/webcast-va/heart2~tplv-obj.webp']},
              {id: 13, name: 'Heart', coins: 200, pictures: ['https://p77.example/img/webcast-va/heart3~tplv-obj.webp']},
              {id: 14, name: 'Private Jet', coins: 4888, pictures: []}])""";

    @Test
    void looksAtACurrentPageAndOpensNoSideMenu() {
        try (PageFixture page = PageFixture.open("current-en.html")) {
            page.ask(GIFTS);
            JsonNode seen = page.ask("cadeau.look()");
            assertThat(seen.get("balance").asInt()).isEqualTo(20164);
            assertThat(seen.get("bar").asInt()).isEqualTo(4);
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
            page.ask(GIFTS);
            JsonNode rose = page.ask("cadeau.select({id: 5655, name: 'Rose', coins: 1, pictures: []}, 2000)");
            assertThat(rose.get("place").asString()).isEqualTo("BAR");
            assertThat(page.burst(3, 80, 2000).get("presses").asInt()).isEqualTo(3);
            JsonNode heart = page.ask("cadeau.select({id: 12, name: 'Heart', coins: 10, pictures: []}, 2000)");
            assertThat(heart.get("position").asInt()).isEqualTo(1);
            assertThat(page.clicks()).containsExactly("rose", "send-rose", "send-rose", "send-rose", "more", "heart2");
        }
    }
}
