package app.cadeau.livepage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an opened LIVE page is known to be.
 *
 * @param ownUserId our own platform id, or null when the page does not tell it: then no echo can be a witness
 * @param balance the newest reading, or null when there was none
 */
public record LiveFacts(
        String roomId,
        @Nullable String hostId,
        @Nullable String ownUserId,
        List<OfferedGift> offered,
        @Nullable BalanceReading balance) {}
