package app.cadeau.sends;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed before the first press; the gate and the verdict compare with nothing else.
 *
 * @param price coins of one gift
 * @param hostId the recipient, or null when the page does not tell it
 * @param ownUserId our own platform id, or null: then no echo is a witness
 * @param usedAlone nothing but Cadeau spends from the account, as its owner attests
 * @param gapsProve whether falls in coins without an answer may prove; not while older sends of the account are in doubt
 */
record Terms(
        int requested,
        long giftId,
        long price,
        String roomId,
        @Nullable String hostId,
        @Nullable String ownUserId,
        boolean usedAlone,
        boolean gapsProve) {}
