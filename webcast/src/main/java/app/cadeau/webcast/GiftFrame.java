package app.cadeau.webcast;

import app.cadeau.webcast.proto.Gift;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.User;

/**
 * What counts in a gift message (live-facts 2.4).
 *
 * @param msgId the platform's id of the message
 * @param key the streak; its group is 0 when the gift does not combo
 * @param repeatCount cumulative inside the streak, at least 1
 * @param increment gifts that this frame adds: coins ÷ price, 1 when the frame names no coins, 0 for an end frame
 * @param coins coins of the increment, 0 for an end frame
 * @param end the frame closes its streak and adds nothing
 */
public record GiftFrame(long msgId, Key key, int repeatCount, int increment, long coins, boolean end) {

    /** The streak that a frame belongs to. Ids are uint64; {@code recipient} is 0 for the host. */
    public record Key(long room, long sender, long recipient, long gift, long group) {

        public boolean combo() {
            return group != 0;
        }
    }

    /** Reads a gift that {@link Frames} has let through as whole. */
    public static GiftFrame of(GiftMessage gift) {
        Key key = new Key(
                gift.getCommon().getRoomId(),
                id(gift.getUser()),
                gift.hasToUser() ? id(gift.getToUser()) : 0,
                gift.getGiftId(),
                gift.getGroupId());
        boolean end = gift.getRepeatEnd() != 0;
        int increment = end ? 0 : (int) increment(gift);
        return new GiftFrame(
                gift.getCommon().getMsgId(), key, gift.getRepeatCount(), increment, end ? 0 : coins(gift), end);
    }

    /** The gift itself when gift id, sender, count and gift are there and within reason. */
    static GiftMessage whole(GiftMessage gift) throws UndecodableException {
        require(gift.getGiftId() != 0, "gift id");
        require(gift.hasUser() && id(gift.getUser()) != 0, "sender");
        require(gift.getRepeatCount() > 0 && gift.getRepeatCount() <= Limits.GIFTS, "count");
        require(gift.hasGift(), "gift");
        require(gift.getGift().getDiamondCount() >= 0 && gift.getFanTicketCount() >= 0, "price");
        require(increment(gift) <= Limits.GIFTS, "increment");
        return gift;
    }

    private static void require(boolean there, String what) throws UndecodableException {
        if (!there) {
            throw new UndecodableException("a gift without a sound " + what);
        }
    }

    private static long increment(GiftMessage gift) {
        long price = gift.getGift().getDiamondCount();
        return price == 0 || !gift.hasFanTicketCount() ? 1 : Math.max(1, gift.getFanTicketCount() / price);
    }

    private static long coins(GiftMessage message) {
        Gift gift = message.getGift();
        return message.hasFanTicketCount() ? message.getFanTicketCount() : gift.getDiamondCount();
    }

    private static long id(User user) {
        return user.hasId() ? user.getId() : parsed(user.getIdStr());
    }

    /** The text form of the id, for a user that came without the number. */
    private static long parsed(String id) {
        try {
            return Long.parseUnsignedLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
