package app.cadeau.live;

import org.jspecify.annotations.Nullable;

/** Something that a message of the LIVE stream told. Ids are the platform's, as decimal strings of uint64. */
public sealed interface LiveEvent
        permits LiveEvent.GiftSeen,
                LiveEvent.Paused,
                LiveEvent.Resumed,
                LiveEvent.Ended,
                LiveEvent.Viewers,
                MatchEvent {

    /** The platform's id of the message: the key by which repeated deliveries are dropped, together with the room. */
    String msgId();

    /**
     * A gift in the stream, ours or somebody else's (WebcastGiftMessage, live-facts 2.1).
     *
     * @param recipientId null when the host is the recipient
     * @param groupId the streak, or null when the gift does not combo
     * @param orderId null where the stream leaves it out
     * @param repeatCount cumulative inside (live, sender, recipient, gift, group)
     * @param increment gifts that this frame adds, 0 for an end frame
     * @param coins coins of the increment, 0 for an end frame
     */
    record GiftSeen(
            String msgId,
            String roomId,
            String senderId,
            @Nullable String recipientId,
            long giftId,
            @Nullable String groupId,
            @Nullable String orderId,
            int repeatCount,
            int increment,
            long coins,
            boolean end)
            implements LiveEvent {}

    /** The LIVE was paused (WebcastControlMessage action 1). */
    record Paused(String msgId) implements LiveEvent {}

    /** The LIVE went on after a pause (action 2). */
    record Resumed(String msgId) implements LiveEvent {}

    /** The LIVE ended (action 3, or 4 when the platform ended it). */
    record Ended(String msgId, boolean byPlatform) implements LiveEvent {}

    /** How many watch now (WebcastRoomUserSeqMessage). */
    record Viewers(String msgId, long now) implements LiveEvent {}
}
