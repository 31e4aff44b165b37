package app.cadeau.live;

import app.cadeau.webcast.GiftFrame;
import app.cadeau.webcast.StreamMessage;
import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event that a message tells, and the key by which it is told apart from others. */
record Sighted(long roomId, long msgId, LiveEvent event) {

    /** Empty for messages that are no news to anyone here. */
    static Optional<Sighted> in(StreamMessage.Known message) {
        return switch (message) {
            case StreamMessage.Gift gift -> of(gift, gift.body().getCommon(), seen(gift));
            case StreamMessage.Control control -> of(control, control.body().getCommon(), told(control));
            case StreamMessage.Viewers viewers -> of(viewers, viewers.body().getCommon(), counted(viewers));
            case StreamMessage.Chat chat -> Optional.empty();
            case StreamMessage.Like like -> Optional.empty();
            case StreamMessage.Member member -> Optional.empty();
            case StreamMessage.Social social -> Optional.empty();
            case StreamMessage.Battle battle ->
                of(
                        battle,
                        battle.body().getCommon(),
                        MatchTold.battle(id(battle, battle.body().getCommon()), battle.body()));
            case StreamMessage.Armies armies ->
                of(
                        armies,
                        armies.body().getCommon(),
                        MatchTold.armies(id(armies, armies.body().getCommon()), armies.body()));
            case StreamMessage.BattleTask task ->
                of(
                        task,
                        task.body().getCommon(),
                        MatchTold.task(id(task, task.body().getCommon()), task.body()));
            case StreamMessage.ItemCard card ->
                of(
                        card,
                        card.body().getCommon(),
                        MatchTold.card(id(card, card.body().getCommon()), card.body()));
            case StreamMessage.Other other -> Optional.empty();
        };
    }

    private static Optional<Sighted> of(StreamMessage message, CommonMessageData common, @Nullable LiveEvent event) {
        return Optional.ofNullable(event)
                .map(told -> new Sighted(common.getRoomId(), msgId(message.envelope(), common), told));
    }

    private static LiveEvent seen(StreamMessage.Gift message) {
        GiftMessage gift = message.body();
        GiftFrame frame = GiftFrame.of(gift);
        GiftFrame.Key key = frame.key();
        return new LiveEvent.GiftSeen(
                text(msgId(message.envelope(), gift.getCommon())),
                text(key.room()),
                text(key.sender()),
                key.recipient() == 0 ? null : text(key.recipient()),
                key.gift(),
                key.combo() ? text(key.group()) : null,
                gift.getOrderId().isEmpty() ? null : gift.getOrderId(),
                frame.repeatCount(),
                frame.increment(),
                frame.coins(),
                frame.end());
    }

    private static @Nullable LiveEvent told(StreamMessage.Control message) {
        ControlMessage control = message.body();
        String msgId = text(msgId(message.envelope(), control.getCommon()));
        return switch (control.getAction()) {
            case CONTROL_ACTION_PAUSED -> new LiveEvent.Paused(msgId);
            case CONTROL_ACTION_RESUMED -> new LiveEvent.Resumed(msgId);
            case CONTROL_ACTION_ENDED_BY_HOST -> new LiveEvent.Ended(msgId, false);
            case CONTROL_ACTION_ENDED_BY_PLATFORM -> new LiveEvent.Ended(msgId, true);
            case CONTROL_ACTION_UNKNOWN, UNRECOGNIZED -> null;
        };
    }

    private static @Nullable LiveEvent counted(StreamMessage.Viewers message) {
        if (!message.body().hasTotal()) {
            return null;
        }
        String msgId = text(msgId(message.envelope(), message.body().getCommon()));
        return new LiveEvent.Viewers(msgId, message.body().getTotal());
    }

    private static String id(StreamMessage message, CommonMessageData common) {
        return text(msgId(message.envelope(), common));
    }

    private static long msgId(Message envelope, CommonMessageData common) {
        return envelope.getMsgId() != 0 ? envelope.getMsgId() : common.getMsgId();
    }

    private static String text(long id) {
        return Long.toUnsignedString(id);
    }
}
