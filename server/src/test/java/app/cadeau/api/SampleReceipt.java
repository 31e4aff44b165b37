package app.cadeau.api;

import app.cadeau.sends.Priority;
import app.cadeau.sends.Reason;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Receipts of 100 Roses, without a send. */
final class SampleReceipt {

    private SampleReceipt() {}

    static Receipt of(int number, SendState state, int confirmed, @Nullable Reason reason) {
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
                reason,
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
