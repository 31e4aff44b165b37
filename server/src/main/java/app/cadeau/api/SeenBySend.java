package app.cadeau.api;

import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
import org.jspecify.annotations.Nullable;

/** What a send tells of its streamer: it has the LIVE open anyway, and nobody need look again. */
final class SeenBySend {

    private SeenBySend() {}

    /** Whether the streamer is on air; null where the send does not tell. */
    static @Nullable Boolean onAir(Receipt receipt) {
        if (receipt.state() == SendState.SENDING) {
            return true;
        }
        var reason = receipt.reason();
        return receipt.state().ended() && reason != null && reason.saysOffAir() ? false : null;
    }
}
