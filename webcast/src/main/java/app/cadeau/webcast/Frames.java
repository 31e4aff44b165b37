package app.cadeau.webcast;

import app.cadeau.webcast.proto.Bare;
import app.cadeau.webcast.proto.BattleInfoResponse;
import app.cadeau.webcast.proto.ChatMessage;
import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.ControlMessage;
import app.cadeau.webcast.proto.GiftMessage;
import app.cadeau.webcast.proto.LikeMessage;
import app.cadeau.webcast.proto.LinkMicArmies;
import app.cadeau.webcast.proto.LinkMicBattle;
import app.cadeau.webcast.proto.LinkMicBattleItemCard;
import app.cadeau.webcast.proto.LinkmicBattleTaskMessage;
import app.cadeau.webcast.proto.MemberMessage;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import app.cadeau.webcast.proto.RoomUserSeqMessage;
import app.cadeau.webcast.proto.SendGiftResult;
import app.cadeau.webcast.proto.SocialMessage;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The door for reading: bytes of the LIVE stream in, messages out. Everything here is pure and within {@link Limits}; bytes
 * that are not what was asked for are an {@link UndecodableException}, whatever they are. Nothing is copied: who hands in an
 * array gives it away. Writing is {@link NewFrames}.
 */
public final class Frames {

    private Frames() {}

    /** One binary message of the socket. */
    public static PushFrame frame(byte[] bytes) throws UndecodableException {
        refuseLarge(bytes.length);
        PushFrame frame = Wire.all(bytes, PushFrame.getDefaultInstance());
        if (frame.getPayloadType().isEmpty()) {
            throw new UndecodableException("a frame without a payload type");
        }
        refuseSeveral(bytes);
        return frame;
    }

    /** Frames one behind the other read as one whose payload is the last: all others would be lost in silence. */
    private static void refuseSeveral(byte[] bytes) throws UndecodableException {
        int payloads = 0;
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                payloads += WireFormat.getTagFieldNumber(tag) == PushFrame.PAYLOAD_FIELD_NUMBER ? 1 : 0;
                in.skipField(tag);
            }
        } catch (IOException broken) {
            throw new UndecodableException("a broken frame", broken);
        }
        if (payloads > 1) {
            throw new UndecodableException(payloads + " frames one behind the other; give one at a time");
        }
    }

    /** The frame's payload, unpacked when its header or its first bytes say that it is gzip. */
    private static ByteString plain(PushFrame frame) throws UndecodableException {
        ByteString payload = frame.getPayload();
        refuseLarge(payload.size());
        boolean packed = "gzip".equals(header(frame, "compress_type")) || Gzip.looksPacked(payload);
        return packed && !payload.isEmpty() ? Gzip.unpack(payload) : payload;
    }

    /** A header's value, "" when it is not there. */
    public static String header(PushFrame frame, String key) {
        for (PushFrame.Header header : frame.getHeadersList()) {
            if (header.getKey().equals(key)) {
                return header.getValue();
            }
        }
        return "";
    }

    /** The Response in a frame of payload type "msg". */
    public static Response response(PushFrame frame) throws UndecodableException {
        if (!frame.getPayloadType().equals("msg")) {
            throw new UndecodableException("a frame of type \"" + frame.getPayloadType() + "\" holds no messages");
        }
        return plainResponse(plain(frame));
    }

    /** The body of /webcast/im/fetch/, packed or not. */
    public static Response response(byte[] body) throws UndecodableException {
        refuseLarge(body.length);
        ByteString bytes = UnsafeByteOperations.unsafeWrap(body);
        return plainResponse(Gzip.looksPacked(bytes) ? Gzip.unpack(bytes) : bytes);
    }

    private static Response plainResponse(ByteString bytes) throws UndecodableException {
        if (bytes.isEmpty()) {
            throw new UndecodableException("no bytes where a response should be: the frame is cut");
        }
        Response response = new Wire(bytes.size()).read(bytes, Response.getDefaultInstance());
        if (response.getMessagesCount() > Limits.MESSAGES) {
            throw new UndecodableException(response.getMessagesCount() + " messages in one response");
        }
        return response;
    }

    /** All messages of a response, in its order. One that cannot be read is a value among the others. */
    public static List<StreamMessage> messages(Response response) {
        Wire wire = new Wire(response.getMessagesList().stream()
                .mapToLong(message -> message.getPayload().size())
                .sum());
        List<StreamMessage> messages = new ArrayList<>(response.getMessagesCount());
        for (Message envelope : response.getMessagesList()) {
            try {
                messages.add(message(envelope, wire));
            } catch (UndecodableException e) {
                messages.add(new StreamMessage.Broken(envelope, e.reason()));
            }
        }
        return messages;
    }

    /** One message. Never Broken: that is the exception here. */
    public static StreamMessage message(Message envelope) throws UndecodableException {
        return message(envelope, new Wire(envelope.getPayload().size()));
    }

    private static StreamMessage message(Message envelope, Wire wire) throws UndecodableException {
        com.google.protobuf.Message prototype = Methods.prototype(envelope.getMethod());
        if (prototype == null) {
            return new StreamMessage.Unknown(envelope);
        }
        return switch (wire.read(envelope.getPayload(), prototype)) {
            case GiftMessage gift -> new StreamMessage.Gift(envelope, GiftFrame.whole(gift));
            case ControlMessage body -> new StreamMessage.Control(envelope, body);
            case RoomUserSeqMessage body -> new StreamMessage.Viewers(envelope, body);
            case ChatMessage body -> new StreamMessage.Chat(envelope, body);
            case LikeMessage body -> new StreamMessage.Like(envelope, body);
            case MemberMessage body -> new StreamMessage.Member(envelope, body);
            case SocialMessage body -> new StreamMessage.Social(envelope, body);
            case LinkMicBattle body -> new StreamMessage.Battle(envelope, body);
            case LinkMicArmies body -> new StreamMessage.Armies(envelope, body);
            case LinkmicBattleTaskMessage body -> new StreamMessage.BattleTask(envelope, body);
            case LinkMicBattleItemCard body -> new StreamMessage.ItemCard(envelope, body);
            case com.google.protobuf.Message body -> new StreamMessage.Other(envelope, body);
        };
    }

    /**
     * What a message of any method has in common with all others, as far as it can be read. The platform has had messages
     * without it.
     */
    static CommonMessageData common(Message envelope) {
        try {
            ByteString payload = envelope.getPayload();
            return new Wire(payload.size())
                    .read(payload, Bare.getDefaultInstance())
                    .getCommon();
        } catch (UndecodableException e) {
            return CommonMessageData.getDefaultInstance();
        }
    }

    /** The answer to /webcast/gift/send/ where it is protobuf. */
    public static SendGiftResult sendResult(byte[] body) throws UndecodableException {
        refuseLarge(body.length);
        return Wire.all(body, SendGiftResult.getDefaultInstance());
    }

    /** The answer to how a LIVE Match stands, for who joins late. */
    public static BattleInfoResponse battleInfo(byte[] body) throws UndecodableException {
        refuseLarge(body.length);
        return Wire.all(body, BattleInfoResponse.getDefaultInstance());
    }

    private static void refuseLarge(int bytes) throws UndecodableException {
        if (bytes > Limits.FRAME_BYTES) {
            throw new UndecodableException("a frame of " + bytes + " bytes");
        }
    }
}
