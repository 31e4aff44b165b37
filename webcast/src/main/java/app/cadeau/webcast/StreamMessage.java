package app.cadeau.webcast;

import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.LinkMicArmies;
import app.cadeau.webcast.proto.LinkMicBattle;
import app.cadeau.webcast.proto.LinkMicBattleItemCard;
import app.cadeau.webcast.proto.LinkmicBattleTaskMessage;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.SocialMessage;

/** One message of the stream, with the envelope in which it came. Fields unknown to the schema stay in the bodies. */
public sealed interface StreamMessage {

    Message envelope();

    /** A message whose method the schema has. */
    sealed interface Known extends StreamMessage {

        com.google.protobuf.Message body();
    }

    /** A whole gift: gift id, sender, count and gift are there. */
    record Gift(Message envelope, GiftMessage body) implements Known {}

    record Control(Message envelope, ControlMessage body) implements Known {}

    record Viewers(Message envelope, RoomUserSeqMessage body) implements Known {}

    record Chat(Message envelope, ChatMessage body) implements Known {}

    record Like(Message envelope, LikeMessage body) implements Known {}

    record Member(Message envelope, MemberMessage body) implements Known {}

    record Social(Message envelope, SocialMessage body) implements Known {}

    /** A LIVE Match begins, ends, or is spoken of. */
    record Battle(Message envelope, LinkMicBattle body) implements Known {}

    /** The score of a LIVE Match. */
    record Armies(Message envelope, LinkMicArmies body) implements Known {}

    /** A LIVE Match's task, and the multiplier that it opens. */
    record BattleTask(Message envelope, LinkmicBattleTaskMessage body) implements Known {}

    /** A booster of a LIVE Match: glove, mist, … */
    record ItemCard(Message envelope, LinkMicBattleItemCard body) implements Known {}

    /** A message that the schema has and nobody here tells apart: boxes, goals, ranks, notices, prompts. */
    record Other(Message envelope, com.google.protobuf.Message body) implements Known {}

    /** A method that the schema does not have; the payload is kept in the envelope. */
    record Unknown(Message envelope) implements StreamMessage {}

    /** A method that we know with a payload that is not it. */
    record Broken(Message envelope, String reason) implements StreamMessage {}
}
