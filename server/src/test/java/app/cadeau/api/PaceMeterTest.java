package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceMeterTest {

    private final PaceMeter meter = new PaceMeter();

    @Test
    void countsThePressesOfEachSecondAndOfQuietOnes() {
        var start = Instant.ofEpochSecond(1_000);
        meter.with(3, start);
        meter.with(5, start.plusMillis(400));
        assertThat(meter.with(17, start.plusSeconds(2))).containsExactly(5, 0, 12);
    }

    @Test
    void remembersAMinuteAndNoMore() {
        meter.with(9, Instant.ofEpochSecond(1_000));
        assertThat(meter.with(10, Instant.ofEpochSecond(1_059)))
                .hasSize(60)
                .first()
                .isEqualTo(9);
        assertThat(meter.with(11, Instant.ofEpochSecond(1_060)))
                .hasSize(60)
                .endsWith(1, 1)
                .doesNotContain(9);
        assertThat(meter.with(12, Instant.ofEpochSecond(9_000))).hasSize(60).endsWith(0, 1);
    }
}
