package app.cadeau.simulator;

/** Gift messages made by patching captured ones: ids, counts, names, prices and times are replaced, the rest stays. */
final class GiftFrames {

    /** Who gives, as a frame shows it. */
    record Giver(long userId, String nickname, String handle, String secUid) {

        /** One of the crowd. */
        static Giver named(String name) {
            return new Giver(
                    Ids.of("crowd", name),
                    name,
                    "user" + Ids.text("crowd", name, 8),
                    "MS4wLjABAAAA" + Ids.text("crowdsec", name, 42));
        }

        static Giver of(Wallet wallet) {
            return new Giver(wallet.userId(), wallet.nickname(), wallet.handle(), wallet.secUid());
        }
    }

    /** What the frame tells. {@code groupId} 0 and {@code end} false for a gift that does not combo. */
    record Told(
            Giver giver,
            SimGift gift,
            Live live,
            Seat recipient,
            long msgId,
            long groupId,
            String orderId,
            int groupCount,
            int increment,
            int repeatCount,
            long atMillis) {

        Told bare() {
            return new Told(giver, gift, live, recipient, msgId, 0, "", groupCount, increment, repeatCount, atMillis);
        }
    }

    private final byte[] tap = Resources.base64("frames/tap.b64");
    private final byte[] streakEnd = Resources.base64("frames/streak-end.b64");
    private final byte[] single = Resources.base64("frames/single.b64");
    private final String pictureBase;
    private final Variations variations;
    private final Strikes strikes;

    GiftFrames(String pictureBase, Variations variations, Strikes strikes) {
        this.pictureBase = pictureBase;
        this.variations = variations;
        this.strikes = strikes;
    }

    /** One frame of a streak, or of a gift that does not combo. */
    byte[] tap(Told told) {
        WireMessage frame = WireMessage.parse(told.gift().combo() ? tap : single);
        patch(frame, told);
        long coins = told.gift().coins() * told.groupCount() * told.increment();
        if (variations.has(Variation.ECHO_COINS_UNTOLD)) {
            frame.remove(3);
        } else {
            frame.set(3, coins);
        }
        frame.set(13, told.live().coinsReceived());
        frame.set(17, told.increment() > 1 ? 4 : 1);
        strikes.tell(frame, told.live(), told.giver().userId(), told.gift());
        frame.edit(23, timing -> {
            for (int number : new int[] {3, 4, 5, 9}) {
                timing.set(number, told.atMillis() - 40L * number);
            }
        });
        return frame.bytes();
    }

    /** The frame that closes a streak: it adds nothing. */
    byte[] end(Told told) {
        WireMessage frame = WireMessage.parse(streakEnd);
        patch(frame, told);
        return frame.bytes();
    }

    private void patch(WireMessage frame, Told told) {
        frame.edit(7, user -> user(user, told.giver(), variations));
        byte[] giver = frame.child(7);
        frame.edit(1, common -> common(common, told, giver));
        frame.set(2, told.gift().id());
        frame.set(4, told.groupCount());
        frame.set(5, told.repeatCount());
        frame.set(6, told.repeatCount());
        frame.remove(11);
        if (told.groupId() != 0) {
            frame.set(11, told.groupId());
        }
        frame.edit(15, gift -> gift(gift, told.gift()));
        frame.set(16, Ids.text("log", Long.toString(told.msgId()), 34).toUpperCase(java.util.Locale.ROOT));
        frame.edit(
                23,
                timing -> timing.set(1, told.live().hostId())
                        .set(6, told.atMillis())
                        .set(8, told.recipient().userId())
                        .set(10, "web"));
        if (!told.recipient().host()) {
            toGuest(frame, told.recipient());
        }
        if (!told.orderId().isEmpty() && !variations.has(Variation.ORDER_ID_ABSENT)) {
            frame.set(28, told.orderId());
        }
    }

    /** A gift to the host names no recipient; one to a guest does, in two ways. */
    private static void toGuest(WireMessage frame, Seat guest) {
        String id = Long.toString(guest.userId());
        WireMessage user = WireMessage.empty()
                .set(1, guest.userId())
                .set(3, guest.nickname())
                .set(38, guest.handle())
                .set(1028, id);
        frame.set(8, user.bytes()).set(45, id).set(46, guest.userId()).set(47, guest.nickname());
    }

    private static void common(WireMessage common, Told told, byte[] giver) {
        String name = told.gift().name();
        common.set(2, told.msgId());
        common.set(3, told.live().roomId());
        common.set(4, told.atMillis());
        String to = told.recipient().host() ? "the host" : told.recipient().nickname();
        common.set(7, "%s: gifted %s %d %s".formatted(told.giver().nickname(), to, told.repeatCount(), name));
        common.edit(
                8,
                text -> text.edit(4, piece -> {
                    piece.edit(21, who -> who.set(1, giver));
                    piece.edit(
                            22,
                            what -> what.set(1, told.gift().id())
                                    .edit(
                                            2,
                                            label -> label.set(
                                                            1,
                                                            "live_gift_"
                                                                    + told.gift()
                                                                            .id())
                                                    .set(2, name)));
                    if (piece.has(11)) {
                        piece.set(11, "x" + told.repeatCount());
                    }
                }));
    }

    static void user(WireMessage user, Giver giver, Variations variations) {
        user.set(1, giver.userId());
        if (variations.has(Variation.USER_ID_AS_TEXT)) {
            user.remove(1);
        }
        user.set(3, giver.nickname());
        user.set(38, giver.handle());
        user.set(46, giver.secUid());
        user.set(1028, Long.toString(giver.userId()));
    }

    private void gift(WireMessage wire, SimGift gift) {
        wire.set(2, "Sent " + gift.name());
        wire.set(5, gift.id());
        wire.set(12, gift.coins());
        wire.set(16, gift.name());
        for (int picture : new int[] {1, 21}) {
            wire.edit(
                    picture,
                    image -> image.set(1, pictureBase + gift.picturePath()).set(2, "gift/" + gift.id()));
        }
    }
}
