package app.cadeau.simulator;

import java.time.Clock;
import java.util.Locale;

/** Messages of the room other than gifts: captured ones patched, and the few that nobody captured field by field. */
final class RoomFrames {

    /** What becomes of a LIVE, by the number that a control message carries. */
    enum Control {
        PAUSED(1),
        RESUMED(2),
        ENDED(3),
        SUSPENDED(4);

        private final int action;

        Control(int action) {
            this.action = action;
        }
    }

    /** What a social message tells. */
    enum Social {
        FOLLOW(1),
        SHARE(3);

        private final int action;

        Social(int action) {
            this.action = action;
        }
    }

    private final byte[] paused = Resources.base64("frames/control-paused.b64");
    private final byte[] ended = Resources.base64("frames/control-ended.b64");
    private final byte[] viewers = Resources.base64("frames/viewers.b64");
    private final byte[] like = Resources.base64("frames/like.b64");
    private final byte[] social = Resources.base64("frames/social.b64");
    private final byte[] welcome = Resources.base64("frames/welcome.b64");
    private final byte[] deleted = Resources.base64("frames/im-delete.b64");
    private final byte[] chat = Resources.base64("frames/chat.b64");
    private final Variations variations;
    private final Clock clock;

    RoomFrames(Variations variations, Clock clock) {
        this.variations = variations;
        this.clock = clock;
    }

    /** @param source who says so: "app_pause", "anchor_pause"; only a pause and its end carry it */
    byte[] control(Live live, long msgId, Control control, String source) {
        boolean over = control == Control.ENDED || control == Control.SUSPENDED;
        WireMessage message = common(WireMessage.parse(over ? ended : paused), live, msgId);
        message.set(2, control.action);
        if (over) {
            message.edit(
                    1,
                    common -> common.edit(
                            18,
                            sei -> sei.edit(1, scene -> scene.set(1, Long.toString(live.roomId())))
                                    .set(2, clock.millis())));
        } else {
            message.edit(4, extra -> extra.set(8, source));
        }
        if (control == Control.SUSPENDED) {
            WireMessage extra = WireMessage.empty()
                    .set(1, "https://ban.invalid/info")
                    .set(2, 42)
                    .set(3, "LIVE suspended")
                    .set(4, "Community Guidelines violation");
            message.set(3, "This LIVE was ended").set(4, extra.bytes());
        }
        return message.bytes();
    }

    byte[] viewers(Live live, long msgId) {
        WireMessage message = common(WireMessage.parse(viewers), live, msgId).remove(2);
        int rank = 0;
        for (Supporters.Supporter one : live.supporters().top(3)) {
            message.add(
                    2,
                    WireMessage.empty()
                            .set(1, one.coins())
                            .set(2, user(one.giver()))
                            .set(3, ++rank)
                            .bytes());
        }
        return message.set(3, live.viewers())
                .set(4, String.format(Locale.ROOT, "%.1fK", live.viewers() / 1000.0))
                .set(7, live.viewers() * 14L)
                .bytes();
    }

    byte[] like(Live live, long msgId, GiftFrames.Giver giver, int count, long total) {
        WireMessage message = common(WireMessage.parse(like), live, msgId);
        told(message, giver);
        return message.set(2, count)
                .set(3, total)
                .edit(5, user -> patch(user, giver))
                .bytes();
    }

    byte[] social(Live live, long msgId, GiftFrames.Giver giver, Social what) {
        WireMessage message = common(WireMessage.parse(social), live, msgId);
        told(message, giver);
        message.edit(2, user -> patch(user, giver)).set(4, what.action).set(5, Long.toString(live.hostId()));
        if (what == Social.SHARE) {
            message.set(3, 1).remove(6).set(8, 1);
        }
        return message.bytes();
    }

    byte[] chat(Live live, long msgId, GiftFrames.Giver giver, String content) {
        return common(WireMessage.parse(chat), live, msgId)
                .edit(2, user -> patch(user, giver))
                .set(3, content)
                .bytes();
    }

    /** Never captured: somebody came (1), or subscribed (3). */
    byte[] member(Live live, long msgId, GiftFrames.Giver giver, int action) {
        return bare(live, msgId, "WebcastMemberMessage")
                .set(2, user(giver))
                .set(3, live.viewers())
                .set(10, action)
                .set(12, giver.userId())
                .bytes();
    }

    /** The line with which the platform welcomes whoever comes. */
    byte[] welcome(Live live, long msgId) {
        return common(WireMessage.parse(welcome), live, msgId)
                .edit(1, common -> common.remove(8))
                .set(2, "Welcome to LIVE! Be kind, and follow the Community Guidelines.")
                .remove(6)
                .bytes();
    }

    /** What this user wrote is taken away. */
    byte[] deleted(Live live, long msgId, long userId) {
        return common(WireMessage.parse(deleted), live, msgId)
                .set(3, WireMessage.packed(userId))
                .bytes();
    }

    /** Never captured: the gifts on offer have changed. What stands in 12 nobody has noted. */
    byte[] panelUpdate(Live live, long msgId) {
        return bare(live, msgId, "WebcastGiftPanelUpdateMessage")
                .set(12, WireMessage.empty().set(1, live.roomId()).bytes())
                .bytes();
    }

    /** Never captured: the platform has something to say about gifting. */
    byte[] prompt(Live live, long msgId, String title, String body, int blockedDays) {
        return bare(live, msgId, "WebcastGiftPromptMessage")
                .set(2, title)
                .set(3, body)
                .set(4, blockedDays)
                .set(5, Long.toString(msgId))
                .bytes();
    }

    /** Never captured: the platform wants to see a captcha solved. */
    byte[] captcha(Live live, long msgId, long seconds) {
        WireMessage captcha = WireMessage.empty()
                .set(1, Long.toString(msgId))
                .set(2, live.roomId())
                .set(3, seconds);
        return bare(live, msgId, "WebcastAccessControlMessage")
                .set(2, captcha.bytes())
                .bytes();
    }

    private WireMessage bare(Live live, long msgId, String method) {
        WireMessage common = WireMessage.empty()
                .set(1, method)
                .set(2, msgId)
                .set(3, live.roomId())
                .set(4, clock.millis());
        return WireMessage.empty().set(1, common.set(6, 1).bytes());
    }

    private WireMessage common(WireMessage message, Live live, long msgId) {
        return message.edit(
                1, common -> common.set(2, msgId).set(3, live.roomId()).set(4, clock.millis()));
    }

    /** The person in the sentence that goes with a message. */
    private void told(WireMessage message, GiftFrames.Giver giver) {
        message.edit(
                1,
                common -> common.edit(
                        8,
                        text -> text.edit(4, piece -> piece.edit(21, who -> who.edit(1, one -> patch(one, giver))))));
    }

    private byte[] user(GiftFrames.Giver giver) {
        WireMessage user = WireMessage.empty();
        patch(user, giver);
        return user.bytes();
    }

    private void patch(WireMessage user, GiftFrames.Giver giver) {
        GiftFrames.user(user, giver, variations);
    }
}
