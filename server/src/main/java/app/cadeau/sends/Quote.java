package app.cadeau.sends;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a send would cost and what would refuse it, read from the LIVE itself; nothing was pressed and nothing created.
 *
 * @param seconds time needed at this pace
 * @param refusals empty when nothing stands in the way
 */
public record Quote(
        String streamer,
        @Nullable String account,
        Receipt.GiftLine gift,
        int quantity,
        @Nullable Long cost,
        @Nullable Long balance,
        @Nullable Long balanceAfter,
        double seconds,
        List<Reason> refusals) {}
