package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a machine of two cores on which each send at full pace wants 0.4 of one, and another program the rest. */
class CarriedTest {

    private static final double CORES = 2;
    private static final double COST = 0.4;
    private static final SendId[] SENDS = IntStream.range(0, 12)
            .mapToObj(n -> SendId.next(() -> Instant.EPOCH, new Random(n)))
            .toArray(SendId[]::new);

    private double others;
    private double used;
    private final Carried carried = Carried.learned(3, 10, () -> used);
    private final Headroom headroom = new Headroom(carried);
    private Instant now = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void findsOutByItselfWhatTheMachineCarries() {
        minutes(1, 12);
        assertThat(carried.lanes()).isEqualTo(5);
        assertThat(headroom.stretch(now)).isEqualTo(1);
    }

    @Test
    void allowsFewerWhenAnotherProgramTakesHalfAndMoreWhenItHasEnded() {
        minutes(1, 12);
        others = 1;
        minutes(1, 12);
        assertThat(carried.lanes()).isEqualTo(2);
        assertThat(headroom.stretch(now)).isEqualTo(1);
        others = 0;
        minutes(1, 12);
        assertThat(carried.lanes()).isEqualTo(5);
    }

    @Test
    void slowsThoseThatAreAtWorkUntilTheyHaveEnded() {
        minutes(1, 12);
        others = 1;
        press(5);
        press(5);
        assertThat(headroom.stretched(Duration.ofMillis(80), now)).isGreaterThan(Duration.ofMillis(80));
    }

    @Test
    void learnsNothingFromFewerSendsThanItAllows() {
        minutes(1, 2);
        assertThat(carried.lanes()).isEqualTo(3);
    }

    @Test
    void allowsAlwaysOne() {
        others = 2;
        minutes(1, 12);
        assertThat(carried.lanes()).isEqualTo(1);
    }

    @Test
    void whatTheOwnerSaysIsNeverUnlearned() {
        var owners = Carried.fixed(7);
        for (var round = 0; round < 100; round++) {
            owners.round(7, round < 50);
        }
        assertThat(owners.lanes()).isEqualTo(7);
    }

    private void minutes(int minutes, int wanted) {
        for (var round = 0; round < minutes * 120; round++) {
            press(Math.min(wanted, carried.lanes()));
        }
    }

    /** Half a second of bursts, late when more is asked for than is there. */
    private void press(int sends) {
        var wanted = others + sends * COST / headroom.stretch(now);
        used = Math.min(1, wanted / CORES);
        var lateness = Duration.ofMillis(wanted > CORES ? 250 : 8);
        for (var send = 0; send < sends; send++) {
            headroom.began(SENDS[send], lateness, now.plusMillis(100));
        }
        now = now.plusMillis(500);
        headroom.stretch(now);
    }
}
