package app.cadeau.webcast;

import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.SocialMessage;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the stream calls its messages: "Webcast" and the type's name, but for three (live-facts 1.1). */
public final class Methods {

    private static final Map<String, String> EXCEPTIONS = Map.of(
            "DonationStickerModifyMessage", "WebcastDonationStickerModifyMethod",
            "PinMessage", "WebcastRoomPinMessage",
            "RoomMessage", "RoomMessage",
            "SystemMessage", "SystemMessage");

    private static final Map<String, Message> PROTOTYPES = List.<Message>of(
                    GiftMessage.getDefaultInstance(),
                    ControlMessage.getDefaultInstance(),
                    RoomUserSeqMessage.getDefaultInstance(),
                    ChatMessage.getDefaultInstance(),
                    LikeMessage.getDefaultInstance(),
                    MemberMessage.getDefaultInstance(),
                    SocialMessage.getDefaultInstance())
            .stream()
            .collect(Collectors.toUnmodifiableMap(
                    message -> of(message.getDescriptorForType().getName()), Function.identity()));

    private Methods() {}

    /** The method of a type, or of what is a method already: both GiftMessage and WebcastGiftMessage are answered with the latter. */
    public static String of(String type) {
        if (type.startsWith("Webcast")) {
            return type;
        }
        String exception = EXCEPTIONS.get(type);
        return exception == null ? "Webcast" + type : exception;
    }

    static @Nullable Message prototype(String method) {
        return PROTOTYPES.get(method);
    }
}
