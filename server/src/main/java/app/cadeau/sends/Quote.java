package app.cadeau.sends;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a send would cost and what would refuse it; nothing was pressed and nothing created.
 *
 * @param price of one gift; null when only the LIVE can tell it
 * @param balance coins of the wallet: as the LIVE showed them, or by the book
 * @param held of those, reserved for sends that have not ended; null when the LIVE itself was read
 * @param balanceAfter what would be free after it
 * @param seconds time needed at this pace
 * @param priceFrom where the price was read
 * @param priceAt when; null when nobody knows
 * @param refusals empty when nothing stands in the way
 */
public record Quote(
        String streamer,
        @Nullable String account,
        Receipt.GiftLine gift,
        int quantity,
        double cps,
        @Nullable Long price,
        @Nullable Long cost,
        @Nullable Long balance,
        @Nullable Long held,
        @Nullable Long balanceAfter,
        double seconds,
        PriceFrom priceFrom,
        @Nullable Instant priceAt,
        List<Reason> refusals) {

    /** LIVE: a page of that LIVE told it. CATALOGUE: the list of all gifts that are known. */
    public enum PriceFrom {
        LIVE,
        CATALOGUE
    }

    /** The same with these in its way. */
    public Quote refusedBy(List<Reason> reasons) {
        return new Quote(
                streamer,
                account,
                gift,
                quantity,
                cps,
                price,
                cost,
                balance,
                held,
                balanceAfter,
                seconds,
                priceFrom,
                priceAt,
                List.copyOf(reasons));
    }
}
