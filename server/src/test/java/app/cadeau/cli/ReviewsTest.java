package app.cadeau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReviewsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void saysWhatToDoAboutEachAndWhatIsPossible() {
        var sends = JSON.readTree("""
                [{"id": "A", "state": "CONFIRMED", "confirmed": 3, "unknown": 0},
                 {"id": "B", "state": "REVIEW", "confirmed": 3, "unknown": 2}]""");

        assertThat(Reviews.of(sends))
                .hasSize(2)
                .last()
                .asString()
                .contains("cadeau sends resolve B --landed K")
                .contains("3 to 5");
    }

    @Test
    void saysNothingWhereNothingIsInReview() {
        assertThat(Reviews.of(JSON.readTree("[]"))).isEmpty();
    }
}
