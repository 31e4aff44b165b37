package app.cadeau.webcast;

import app.cadeau.webcast.proto.AccessControlMessage;
import app.cadeau.webcast.proto.BattleInfoResponse;
import app.cadeau.webcast.proto.BoostCardMessage;
import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.EnvelopeMessage;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.GiftPanelUpdateMessage;
import app.cadeau.webcast.proto.GiftPromptMessage;
import app.cadeau.webcast.proto.GoalUpdateMessage;
import app.cadeau.webcast.proto.HourlyRankRewardMessage;
import app.cadeau.webcast.proto.ImDeleteMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.LinkMicArmies;
import app.cadeau.webcast.proto.LinkMicBattle;
import app.cadeau.webcast.proto.LinkMicBattleItemCard;
import app.cadeau.webcast.proto.LinkMicBattlePunishFinish;
import app.cadeau.webcast.proto.LinkmicBattleNoticeMessage;
import app.cadeau.webcast.proto.LinkmicBattleTaskMessage;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.PinMessage;
import app.cadeau.webcast.proto.RankTextMessage;
import app.cadeau.webcast.proto.RankUpdateMessage;
import app.cadeau.webcast.proto.RoomMessage;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.SocialMessage;
import app.cadeau.webcast.proto.WeeklyRankRewardMessage;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stream calls its messages: "Webcast" and the type's name, but for four (live-facts 1.1). */
public final class Methods {

    private static final Map<String, String> EXCEPTIONS = Map.of(
            "DonationStickerModifyMessage", "WebcastDonationStickerModifyMethod",
            "PinMessage", "WebcastRoomPinMessage",
            "RoomMessage", "RoomMessage",
            "SystemMessage", "SystemMessage");

    /**
     * The spellings of the captures: LinkMic and Linkmic are both theirs. GiftUnlockMessage, GiftDynamicRestrictionMessage
     * and DonationStickerModifyMessage are known by name only: as Unknown their whole payload is kept.
     */
    private static final List<Message> TYPES = List.of(
            GiftMessage.getDefaultInstance(),
            GiftPanelUpdateMessage.getDefaultInstance(),
            GiftPromptMessage.getDefaultInstance(),
            ControlMessage.getDefaultInstance(),
            RoomUserSeqMessage.getDefaultInstance(),
            ChatMessage.getDefaultInstance(),
            LikeMessage.getDefaultInstance(),
            MemberMessage.getDefaultInstance(),
            SocialMessage.getDefaultInstance(),
            ImDeleteMessage.getDefaultInstance(),
            RoomMessage.getDefaultInstance(),
            PinMessage.getDefaultInstance(),
            AccessControlMessage.getDefaultInstance(),
            LinkMicBattle.getDefaultInstance(),
            LinkMicArmies.getDefaultInstance(),
            LinkmicBattleTaskMessage.getDefaultInstance(),
            LinkMicBattleItemCard.getDefaultInstance(),
            LinkMicBattlePunishFinish.getDefaultInstance(),
            LinkmicBattleNoticeMessage.getDefaultInstance(),
            BattleInfoResponse.getDefaultInstance(),
            EnvelopeMessage.getDefaultInstance(),
            GoalUpdateMessage.getDefaultInstance(),
            RankUpdateMessage.getDefaultInstance(),
            RankTextMessage.getDefaultInstance(),
            HourlyRankRewardMessage.getDefaultInstance(),
            WeeklyRankRewardMessage.getDefaultInstance(),
            BoostCardMessage.getDefaultInstance());

    private static final Map<String, Message> PROTOTYPES = byMethod();

    private Methods() {}

    private static Map<String, Message> byMethod() {
        Map<String, Message> methods = new HashMap<>();
        for (Message type : TYPES) {
            methods.put(of(type.getDescriptorForType().getName()), type);
        }
        // The platform's own texts come under four names, of which three were captured.
        for (String text : List.of("WebcastRoomMessage", "SystemMessage", "WebcastSystemMessage")) {
            methods.put(text, RoomMessage.getDefaultInstance());
        }
        return Map.copyOf(methods);
    }

    /** The method of a type, or of what is a method already: both GiftMessage and WebcastGiftMessage are answered with the latter. */
    public static String of(String type) {
        if (type.startsWith("Webcast")) {
            return type;
        }
        String exception = EXCEPTIONS.get(type);
        return exception == null ? "Webcast" + type : exception;
    }

    /** The empty message of a method, null when the schema lacks it. */
    static @Nullable Message prototype(String method) {
        return PROTOTYPES.get(method);
    }

    /** The empty messages of all methods that the schema has. */
    static Collection<Message> prototypes() {
        return TYPES;
    }
}
