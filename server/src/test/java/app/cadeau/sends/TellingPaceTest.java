package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingPaceTest {

    private static final Instant START = Instant.parse("2026-11-27T20:00:00Z");
    private static final int ANSWER = 8;
    private static final int ECHO = 15;

    private final TellingPace pace = new TellingPace();
    private Duration interval = Duration.ofMillis(84);
    private final List<Long> told = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    /** Twenty seconds of presses, each with its answer and its echo, a millisecond at a time. */
    private void send(double cps, int jitterMillis) {
        interval = Duration.ofNanos((long) (1e9 / cps));
        var chance = new Random(7);
        var presses = new ArrayList<Long>();
        for (var press = 0; press < 20 * cps; press++) {
            presses.add(Math.round(press * 1000 / cps) + chance.nextInt(jitterMillis + 1));
        }
        var untold = new ArrayList<Long>();
        for (var milli = 0L; milli < 21_000; milli++) {
            var now = START.plusMillis(milli);
            if (presses.contains(milli) || presses.contains(milli - ECHO)) {
                pace.came(now);
            }
            if (presses.contains(milli - ANSWER)) {
                pace.proved(now, interval);
                untold.add(milli);
            }
            if (!now.isBefore(pace.due())) {
                pace.told(now);
                told.add(milli);
                for (var proof : untold) {
                    waits.add(milli - proof);
                }
                untold.clear();
            }
        }
    }

    private long mostInASecond() {
        return told.stream()
                .mapToLong(from -> told.stream()
                        .filter(at -> at >= from && at < from + 1_000)
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void atTwelveGiftsASecondMostProofsGoAtOnceAndNoneWaitsMuchLongerThanTheNextGift() {
        send(12, 0);
        assertThat(waits).hasSize(240);
        assertThat(waits.subList(0, 239)).allMatch(wait -> wait <= 88); // nothing follows the last one
        assertThat(waits.stream().filter(wait -> wait == 0).count()).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 11.5, 11, 10.5, 10, 9.5, 9, 8, 6, 3, 1})
    void noSecondSeesMoreThanTenWhateverThePaceAndNoProofWaitsMuchLongerThanATenthOfASecond(double cps) {
        send(cps, 12);
        assertThat(mostInASecond()).isLessThanOrEqualTo(10);
        assertThat(waits).hasSize((int) Math.ceil(20 * cps)).allMatch(wait -> wait <= 108);
    }

    @Test
    void aBurstOfProofsAfterAStallGoesTogether() {
        for (var milli = 0; milli < 2_000; milli++) {
            var now = START.plusMillis(milli);
            pace.proved(now, interval);
            if (!now.isBefore(pace.due())) {
                pace.told(now);
                told.add((long) milli);
            }
        }
        assertThat(mostInASecond()).isEqualTo(10);
    }

    @Test
    void whatProvesNothingIsToldSoonAndDoesNotTakeTheTurnOfAProof() {
        pace.came(START);
        assertThat(pace.due()).isEqualTo(START.plusMillis(60));
        pace.proved(START.plusMillis(8), interval);
        assertThat(pace.due()).isEqualTo(START.plusMillis(8));
        pace.told(START.plusMillis(8));
        pace.came(START.plusMillis(15));
        assertThat(pace.due()).isEqualTo(START.plusMillis(8).plus(TellingPace.EVERY));
        pace.proved(START.plusMillis(91), interval);
        assertThat(pace.due()).isEqualTo(START.plusMillis(91));
    }

    @Test
    void nothingIsToldWhenNothingCame() {
        assertThat(pace.due()).isEqualTo(Instant.MAX);
        pace.proved(START, interval);
        pace.told(START);
        assertThat(pace.due()).isEqualTo(Instant.MAX);
    }
}
