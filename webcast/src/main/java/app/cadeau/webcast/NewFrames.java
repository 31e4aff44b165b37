package app.cadeau.webcast;

import app.cadeau.webcast.proto.HeartBeat;
import app.cadeau.webcast.proto.ImEnterRoom;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import com.google.protobuf.ByteString;

/** The door for writing: frames as a page or the platform's server would send them (live-facts 1.2). */
public final class NewFrames {

    /** Both as in the one public frame. */
    private static final int SERVICE = 8888;

    private static final int METHOD = 8;

    private NewFrames() {}

    /** A page's heartbeat; the server answers with one of its own. */
    public static PushFrame heartBeat(long roomId, long packet) {
        HeartBeat beat = HeartBeat.newBuilder()
                .setRoomId(roomId)
                .setSendPacketSeqId(packet)
                .build();
        return frame("hb", beat.toByteString()).build();
    }

    /** A page enters a room as an audience. */
    public static PushFrame enterRoom(long roomId, String cursor) {
        ImEnterRoom enter = ImEnterRoom.newBuilder()
                .setRoomId(roomId)
                .setLiveId(12)
                .setIdentity("audience")
                .setCursor(cursor)
                .setAccountType(0)
                .setFilterWelcomeMsg("0")
                .build();
        return frame("im_enter_room", enter.toByteString()).build();
    }

    /** The server's answer to {@link #enterRoom}. */
    public static PushFrame roomEntered() {
        return frame("im_enter_room_resp", ByteString.EMPTY).build();
    }

    /** What a page answers to a frame whose response needs an ack: the frame's log id, and internal_ext as payload. */
    public static PushFrame ack(PushFrame frame, Response response) {
        return frame("ack", response.getInternalExtBytes())
                .setLogId(frame.getLogId())
                .build();
    }

    /** The server's messages, plain. */
    public static PushFrame msg(Response response, long logId) {
        return frame("msg", response.toByteString()).setLogId(logId).build();
    }

    /** The server's messages, packed, and said so in the header. */
    public static PushFrame packedMsg(Response response, long logId) {
        return frame("msg", ByteString.copyFrom(Gzip.pack(response.toByteArray())))
                .addHeaders(header("compress_type", "gzip"))
                .setLogId(logId)
                .build();
    }

    /** The server will send no more, for this reason. */
    public static PushFrame close(String reason) {
        return frame("close", ByteString.EMPTY)
                .addHeaders(header("close_reason", reason))
                .build();
    }

    /** One entry of a Response; {@code inner} is the bytes of a message of that method. */
    public static Message message(String method, long msgId, byte[] inner) {
        return Message.newBuilder()
                .setMethod(Methods.of(method))
                .setPayload(ByteString.copyFrom(inner))
                .setMsgId(msgId)
                .build();
    }

    private static PushFrame.Builder frame(String type, ByteString payload) {
        return PushFrame.newBuilder()
                .setService(SERVICE)
                .setMethod(METHOD)
                .setPayloadEncoding("pb")
                .setPayloadType(type)
                .setPayload(payload);
    }

    private static PushFrame.Header header(String key, String value) {
        return PushFrame.Header.newBuilder().setKey(key).setValue(value).build();
    }
}
