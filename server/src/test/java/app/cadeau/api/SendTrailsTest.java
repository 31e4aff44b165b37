package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendTrailsTest {

    private final SendTrails trails = new SendTrails();

    private static Receipt receipt(int number, SendState state, int confirmed) {
        return SampleReceipt.of(number, state, confirmed, null);
    }

    @Test
    void ofTheProgressOfEachSendTheNewestIsToldOnce() {
        trails.told(receipt(0, SendState.SENDING, 0), 0);
        trails.told(receipt(1, SendState.SENDING, 0), 0);
        for (var confirmed = 1; confirmed <= 3; confirmed++) {
            trails.told(receipt(0, SendState.SENDING, confirmed), 0);
            trails.told(receipt(1, SendState.SENDING, 10 * confirmed), 0);
        }
        assertThat(all().stream()
                        .filter(told -> !told.state())
                        .map(told -> told.receipt().confirmed()))
                .containsExactlyInAnyOrder(3, 30);
    }

    private List<SendTrails.Told> all() {
        var all = new ArrayList<SendTrails.Told>();
        while (trails.next() instanceof SendTrails.Told told) {
            all.add(told);
        }
        return all;
    }

    @Test
    void aStateIsToldAtOnceAndInPlaceOfOlderProgress() {
        trails.told(receipt(0, SendState.SENDING, 0), 0);
        all();
        trails.told(receipt(0, SendState.SENDING, 99), 0);
        trails.told(receipt(0, SendState.SETTLING, 100), 0);
        trails.told(receipt(0, SendState.CONFIRMED, 100), 0);
        assertThat(trails.next())
                .isInstanceOfSatisfying(
                        SendTrails.Told.class,
                        told -> assertThat(told.receipt().state()).isEqualTo(SendState.SETTLING));
        assertThat(trails.next())
                .isInstanceOfSatisfying(
                        SendTrails.Told.class,
                        told -> assertThat(told.receipt().state()).isEqualTo(SendState.CONFIRMED));
        assertThat(trails.next()).isEqualTo(new SendTrails.Nothing());
    }

    @Test
    void whoeverMissesStatesIsToldThatTheyDid() {
        for (var told = 0; told <= SendTrails.MOST_STATES; told++) {
            trails.told(receipt(0, SendState.QUEUED, 0), 0);
        }
        for (var told = 0; told < SendTrails.MOST_STATES; told++) {
            assertThat(trails.next()).isInstanceOf(SendTrails.Told.class);
        }
        assertThat(trails.next()).isEqualTo(new SendTrails.Gap());
        assertThat(trails.next()).isInstanceOf(SendTrails.Nothing.class);
    }
}
