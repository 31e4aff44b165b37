package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private Instant machine = START;
    private long counter = 77;
    private final SteadyClock clock = new SteadyClock(() -> machine, () -> counter);

    @Test
    void goesOnByTheCounterHoweverTheMachineIsSet() {
        pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
        assertThat(clock.machineAhead()).isZero();

        machine = machine.minus(Duration.ofHours(1));
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(11));
        assertThat(clock.machineAhead()).isEqualTo(Duration.ofHours(-1));

        machine = machine.plus(Duration.ofHours(3));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(11));
        assertThat(clock.machineAhead()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void sleepIsAJumpOfTheMachineForward() {
        machine = machine.plus(Duration.ofHours(8)); // the counter stands while a machine sleeps
        assertThat(clock.machineAhead()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void agreesWhenTold() {
        machine = machine.plus(Duration.ofHours(8));
        clock.agree();
        assertThat(clock.instant()).isEqualTo(machine);
        pass(Duration.ofMillis(5));
        assertThat(clock.instant()).isEqualTo(machine);
    }

    @Test
    void followsASlewedClockInSmallSteps() {
        machine = machine.plusMillis(12);
        clock.follow(Duration.ofMillis(5));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(5));
        clock.follow(Duration.ofMillis(5));
        clock.follow(Duration.ofMillis(5));
        assertThat(clock.instant()).isEqualTo(machine);
        machine = machine.minusMillis(7);
        clock.follow(Duration.ofMillis(5));
        assertThat(clock.machineAhead()).isEqualTo(Duration.ofMillis(-2));
    }

    @Test
    void aThreadHeldUpBetweenTwoReadingsSeesNoJump() {
        var slow = new boolean[] {true};
        var held = new SteadyClock(() -> machine, () -> {
            if (slow[0]) {
                slow[0] = false;
                pass(Duration.ofMillis(300));
            }
            return counter;
        });
        slow[0] = true;
        assertThat(held.machineAhead().abs()).isLessThan(Duration.ofMillis(2));
    }

    private void pass(Duration time) {
        machine = machine.plus(time);
        counter += time.toNanos();
    }
}
