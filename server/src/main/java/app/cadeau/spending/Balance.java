package app.cadeau.spending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account owns by the book.
 *
 * @param coins surely in the wallet, reserved ones included
 * @param held of those, reserved for sends that have not ended
 * @param inDoubt coins of gifts that can be proved neither way; they may be in the wallet beside {@code coins}
 * @param suspense coins that went without us, less those that came
 * @param readAt when the wallet was last read; null when it never was
 */
public record Balance(
        String account,
        long coins,
        long held,
        long inDoubt,
        long suspense,
        @Nullable Instant readAt) {

    /** What another send may reserve. */
    public long free() {
        return coins - held;
    }
}
