package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.sends.Priority;
import app.cadeau.sends.Reason;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenBySendTest {

    @Test
    void whoIsSentToIsOnAir() {
        assertThat(SeenBySend.onAir(receipt(SendState.SENDING, null))).isTrue();
    }

    @Test
    void whoWasNotFoundOrHasEndedIsNot() {
        assertThat(SeenBySend.onAir(receipt(SendState.REFUSED, Reason.Code.OFF_AIR)))
                .isFalse();
        assertThat(SeenBySend.onAir(receipt(SendState.PARTIAL, Reason.Code.LIVE_ENDED)))
                .isFalse();
    }

    @Test
    void aSendThatOnlyWaitsOrWasStoppedTellsNothing() {
        assertThat(SeenBySend.onAir(receipt(SendState.QUEUED, null))).isNull();
        assertThat(SeenBySend.onAir(receipt(SendState.STOPPED, Reason.Code.STOPPED_BY_MEMBER)))
                .isNull();
        assertThat(SeenBySend.onAir(receipt(SendState.CONFIRMED, null))).isNull();
    }

    private static Receipt receipt(SendState state, Reason.@Nullable Code code) {
        return new Receipt(
                new SendId("01J00000000000000000000000"),
                state,
                "@demo",
                "main",
                new Receipt.GiftLine(5655L, "Rose", 1L),
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                12,
                null,
                new Receipt.Witnesses(0, 0, null),
                code == null ? null : new Reason(code, "why"),
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
}
