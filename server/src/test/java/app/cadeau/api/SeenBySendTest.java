package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.sends.Reason;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
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
        return SampleReceipt.of(0, state, 0, code == null ? null : new Reason(code, "why"));
    }
}
