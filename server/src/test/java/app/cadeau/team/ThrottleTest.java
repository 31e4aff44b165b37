package app.cadeau.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private Instant now = Instant.parse("2026-11-26T20:00:00Z");
    private final Throttle throttle = new Throttle(3, Duration.ofSeconds(60), () -> now);

    @Test
    void letsAFewTriesThroughAndThenOneAMinute() {
        for (var i = 0; i < 3; i++) {
            assertThat(throttle.take("ada")).isNull();
        }
        assertThat(throttle.take("ada")).isEqualTo(Duration.ofSeconds(60));
        assertThat(throttle.take("max")).isNull();
        now = now.plusSeconds(61);
        assertThat(throttle.take("ada")).isNull();
        assertThat(throttle.take("ada")).isNotNull();
    }

    @Test
    void givesATryBackAndNeverMoreThanThereWere() {
        throttle.giveBack("ada");
        for (var i = 0; i < 3; i++) {
            assertThat(throttle.take("ada")).isNull();
        }
        throttle.giveBack("ada");
        assertThat(throttle.take("ada")).isNull();
        assertThat(throttle.take("ada")).isNotNull();
    }
}
