package app.cadeau.sends;

import app.cadeau.money.Coins;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Divides an order among accounts: whole gifts, whole coins, and never more than the whole. Pure. */
final class Shares {

    private Shares() {}

    /** As even as can be; the sum is the quantity. What is left over goes one each to the first accounts. */
    static List<Integer> of(int quantity, int accounts) {
        if (accounts < 1 || quantity < accounts) {
            throw new IllegalArgumentException(
                    "quantity: at least one gift for each of " + accounts + " accounts, not " + quantity);
        }
        return IntStream.range(0, accounts)
                .map(place -> quantity / accounts + (place < quantity % accounts ? 1 : 0))
                .boxed()
                .toList();
    }

    /**
     * What a share may cost: rounded down, so that all together stay under the whole. A price is too much for a share
     * exactly when it is too much for the whole.
     */
    static @Nullable Coins most(@Nullable Coins whole, int share, int quantity) {
        return whole == null
                ? null
                : Coins.of(BigInteger.valueOf(whole.amount())
                        .multiply(BigInteger.valueOf(share))
                        .divide(BigInteger.valueOf(quantity))
                        .longValueExact());
    }
}
