package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadroomTest {

    private static final Duration INTERVAL = Duration.ofMillis(80);
    private static final Duration PUNCTUAL = Duration.ofMillis(8);
    private static final Duration LATE = Duration.ofMillis(250);

    private static final SendId SEND = SendId.next(() -> Instant.EPOCH, new Random(1));

    private final Headroom headroom = new Headroom(Carried.fixed(2));
    private Instant now = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void givesFullPaceWhileBurstsBeginInTime() {
        round(9, 1);
        assertThat(headroom.stretched(INTERVAL, now)).isEqualTo(INTERVAL);
    }

    @Test
    void slowsEverybodyWhenAThirdOfTheBurstsComesLate() {
        round(2, 2);
        assertThat(headroom.stretched(INTERVAL, now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void slowsNobodyForOneSlowPageAmongMany() {
        round(8, 4);
        assertThat(headroom.stretched(INTERVAL, now)).isEqualTo(INTERVAL);
    }

    @Test
    void isNeverSlowerThanAQuarterAndComesBackByLittle() {
        for (var i = 0; i < 20; i++) {
            round(0, 3);
        }
        assertThat(headroom.stretch(now)).isEqualTo(4);
        round(6, 0);
        assertThat(headroom.stretch(now)).isEqualTo(3.8);
        for (var i = 0; i < 40; i++) {
            round(6, 0);
        }
        assertThat(headroom.stretched(INTERVAL, now)).isEqualTo(INTERVAL);
    }

    @Test
    void forgetsWhatWasWhenNothingHasBeenPressedForAWhile() {
        round(0, 3);
        now = now.plusSeconds(6);
        assertThat(headroom.stretch(now)).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenTheClockGoesBack() {
        round(0, 3);
        now = now.minusSeconds(60);
        assertThat(headroom.stretch(now)).isEqualTo(1);
    }

    private void round(int punctual, int late) {
        headroom.stretch(now);
        for (var i = 0; i < punctual; i++) {
            headroom.began(SEND, PUNCTUAL, now.plusMillis(100));
        }
        for (var i = 0; i < late; i++) {
            headroom.began(SEND, LATE, now.plusMillis(100));
        }
        now = now.plusMillis(500);
        headroom.stretch(now);
    }
}
