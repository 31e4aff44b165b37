package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.sends.Priority;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendTrailsTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final SendTrails trails = new SendTrails();

    private static Receipt receipt(int number, SendState state, int confirmed) {
        return new Receipt(
                new SendId("01J0000000000000000000000" + number),
                state,
                "@demo",
                "main",
                new Receipt.GiftLine(5655L, "Rose", 1L),
                100,
                confirmed,
                0,
                confirmed,
                confirmed,
                0,
                0,
                null,
                null,
                12,
                null,
                new Receipt.Witnesses(confirmed, confirmed, null),
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                Priority.NORMAL,
                null,
                null,
                null,
                null);
    }

    /** What is told in a second in which a gift is confirmed every 20 ms. */
    private List<SendTrails.Told> second(int sends) {
        var told = new ArrayList<SendTrails.Told>();
        for (var milli = 0; milli < 1_000; milli++) {
            for (var send = 0; milli % 20 == 0 && send < sends; send++) {
                trails.told(receipt(send, SendState.SENDING, milli / 20 + 1), 0);
            }
            while (trails.next(milli * MILLI) instanceof SendTrails.Told next) {
                told.add(next);
            }
        }
        return told;
    }

    @Test
    void progressIsToldTenTimesASecondForEachSendAndIsTheNewest() {
        trails.told(receipt(0, SendState.SENDING, 0), 0);
        trails.told(receipt(1, SendState.SENDING, 0), 0);
        var progress = second(2).stream().filter(told -> !told.state()).toList();
        assertThat(progress).hasSize(20);
        assertThat(progress.getLast().receipt().confirmed()).isEqualTo(46);
    }

    @Test
    void aStateIsToldAtOnceAndInPlaceOfOlderProgress() {
        trails.told(receipt(0, SendState.SENDING, 0), 0);
        second(1);
        trails.told(receipt(0, SendState.SENDING, 99), 0);
        trails.told(receipt(0, SendState.SETTLING, 100), 0);
        trails.told(receipt(0, SendState.CONFIRMED, 100), 0);
        assertThat(trails.next(1_000 * MILLI))
                .isInstanceOfSatisfying(
                        SendTrails.Told.class,
                        told -> assertThat(told.receipt().state()).isEqualTo(SendState.SETTLING));
        assertThat(trails.next(1_000 * MILLI))
                .isInstanceOfSatisfying(
                        SendTrails.Told.class,
                        told -> assertThat(told.receipt().state()).isEqualTo(SendState.CONFIRMED));
        assertThat(trails.next(5_000 * MILLI)).isEqualTo(new SendTrails.Nothing(10 * SendTrails.EVERY_NANOS));
    }

    @Test
    void whoeverMissesStatesIsToldThatTheyDid() {
        for (var told = 0; told <= SendTrails.MOST_STATES; told++) {
            trails.told(receipt(0, SendState.QUEUED, 0), 0);
        }
        for (var told = 0; told < SendTrails.MOST_STATES; told++) {
            assertThat(trails.next(0)).isInstanceOf(SendTrails.Told.class);
        }
        assertThat(trails.next(0)).isEqualTo(new SendTrails.Gap());
        assertThat(trails.next(0)).isInstanceOf(SendTrails.Nothing.class);
    }
}
