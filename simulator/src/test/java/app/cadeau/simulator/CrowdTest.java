package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Other people behave as was measured. */
class CrowdTest {

    @Test
    void tapsComeAsFarApartAsWasMeasured() {
        Random chance = new Random(1);
        long[] gaps = LongStream.generate(() -> CrowdTaps.gapMillis(chance))
                .limit(4001)
                .sorted()
                .toArray();

        assertThat(gaps[2000]).isBetween(590L, 690L);
        assertThat(gaps[0]).isGreaterThanOrEqualTo(90);
        assertThat(gaps[4000]).isLessThanOrEqualTo(3227);
    }

    @Test
    void aStreakIsClosedAsLateAsWasMeasured() {
        Random chance = new Random(1);
        long[] quiet = LongStream.generate(() -> Echoes.quietMillis(chance))
                .limit(4001)
                .sorted()
                .toArray();

        assertThat(quiet[2000]).isBetween(3200L, 3420L);
        assertThat(quiet[0]).isGreaterThanOrEqualTo(1050);
        assertThat(quiet[4000]).isLessThanOrEqualTo(4000);
    }

    @Test
    void aCrowdGivesStreaksOfMoreThanOneFrameToHostAndGuestsAndSaysMoreThanGifts() throws Exception {
        try (Simulator simulator =
                Simulator.start(Settings.defaults().withCrowd(60).withGuests("demo", "mia"))) {
            Caller.Ears ears = new Caller(simulator, "").listen(true);
            Set<String> methods = new HashSet<>();
            Map<Long, Integer> framesOfStreaks = new HashMap<>();
            boolean toGuest = false;
            boolean severalAtOnce = false;
            while (methods.size() < 7
                    || !toGuest
                    || !severalAtOnce
                    || framesOfStreaks.values().stream().noneMatch(frames -> frames > 2)) {
                for (Wire entry : Wire.entries(ears.next())) {
                    methods.add(entry.text(1));
                    Wire gift = entry.child(2);
                    if (entry.text(1).equals("WebcastGiftMessage") && gift.number(9) != 1) {
                        framesOfStreaks.merge(gift.number(11), 1, Integer::sum);
                        toGuest |= !gift.text(47).isEmpty();
                        severalAtOnce |= gift.number(11) > 0 && gift.number(17) == 4;
                    }
                }
            }
            assertThat(methods)
                    .contains(
                            "WebcastChatMessage",
                            "WebcastLikeMessage",
                            "WebcastMemberMessage",
                            "WebcastSocialMessage",
                            "WebcastRoomUserSeqMessage",
                            "WebcastRoomMessage",
                            "WebcastGiftMessage");
        }
    }
}
