package app.cadeau.live;

import app.cadeau.webcast.Frames;
import app.cadeau.webcast.UndecodableException;
import app.cadeau.webcast.proto.SendGiftResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to gift/send where it is protobuf (SendGiftResult, live-facts 6). On the wire a number that is 0 and one that
 * is not there are the same, so 0 is nothing: coins that ran out are not told from coins that were not told.
 */
public record SendReply(
        long giftId,
        @Nullable Long coinsLeft,
        @Nullable String groupId,
        @Nullable String orderId,
        @Nullable String msgId,
        boolean calmDown) {

    /** Empty when the bytes are no whole answer, or name no gift. */
    public static Optional<SendReply> read(byte[] body) {
        try {
            var result = Frames.sendResult(body);
            return result.getGiftId() == 0 ? Optional.empty() : Optional.of(of(result));
        } catch (UndecodableException cut) {
            return Optional.empty();
        }
    }

    private static SendReply of(SendGiftResult result) {
        var calm = result.getCalmDownInfo();
        return new SendReply(
                result.getGiftId(),
                result.getLeftDiamonds() > 0 ? Long.valueOf(result.getLeftDiamonds()) : null,
                id(result.getGroupId()),
                result.getOrderId().isEmpty() ? null : result.getOrderId(),
                id(result.getMsgId()),
                calm.getRemain() != 0 || calm.getTotal() != 0 || calm.getThreshold() != 0 || calm.getPopup());
    }

    private static @Nullable String id(long value) {
        return value == 0 ? null : Long.toUnsignedString(value);
    }
}
