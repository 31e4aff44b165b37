package app.cadeau.webcast;

import app.cadeau.webcast.proto.CommonMessageData;
import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Captured frames as the JSON of {@code cadeau webcast decode}: one object a line, {@code {"method", "msgId", "roomId",
 * "message": {…}}}. A method that the schema lacks has in {@code message} what all messages have in common, and its whole
 * payload as base64 in {@code "unknown"}. A frame that carries no messages (hb, ack, close, …) is one line: its payload
 * type as the method, the frame itself as the message.
 *
 * <p>The command does just this, where {@code method} is null without {@code --method}:
 *
 * <pre>{@code
 * WebcastJson.Decoded decoded = WebcastJson.decode(bytesOfFile, method); // UndecodableException: e.reason(), exit 1
 * decoded.lines().forEach(out::println);
 * decoded.errors().forEach(err::println); // any: exit 1
 * }</pre>
 */
public final class WebcastJson {

    private WebcastJson() {}

    /** The lines to print, and one line for each message that could not be read. */
    public record Decoded(List<String> lines, List<String> errors) {}

    /** As {@link #decode}, for those who want all or nothing. */
    public static List<String> lines(byte[] input, @Nullable String method) throws UndecodableException {
        Decoded decoded = decode(input, method);
        if (!decoded.errors().isEmpty()) {
            throw new UndecodableException(decoded.errors().getFirst());
        }
        return decoded.lines();
    }

    /**
     * Decodes binary or base64 (one frame, wrapped or not, or one a line): a PushFrame or a Response, told apart by their
     * wire form, packed or not; or a bare message when {@code method} names its method or its type.
     */
    public static Decoded decode(byte[] input, @Nullable String method) throws UndecodableException {
        Decoded decoded = new Decoded(new ArrayList<>(), new ArrayList<>());
        for (byte[] bytes : Captured.frames(input)) {
            byte[] plain = Gzip.looksPacked(bytes) ? Gzip.unpack(bytes) : bytes;
            if (method != null) {
                add(decoded, Frames.message(bare(Methods.of(method), plain)));
            } else {
                frame(decoded, plain);
            }
        }
        return decoded;
    }

    private static Message bare(String method, byte[] bytes) throws UndecodableException {
        if (bytes.length > Limits.FRAME_BYTES) {
            throw new UndecodableException("a message of " + bytes.length + " bytes");
        }
        return Message.newBuilder()
                .setMethod(method)
                .setPayload(ByteString.copyFrom(bytes))
                .build();
    }

    private static void frame(Decoded decoded, byte[] bytes) throws UndecodableException {
        switch (Shape.of(bytes)) {
            case PUSH_FRAME -> pushFrame(decoded, Frames.frame(bytes));
            case RESPONSE -> Frames.messages(Frames.response(bytes)).forEach(message -> add(decoded, message));
            case BARE -> throw new UndecodableException("a bare message: name its method");
        }
    }

    private static void pushFrame(Decoded decoded, PushFrame frame) throws UndecodableException {
        if (frame.getPayloadType().equals("msg")) {
            Frames.messages(Frames.response(frame)).forEach(message -> add(decoded, message));
        } else {
            JsonWriter json = new JsonWriter().open().key("method").string(frame.getPayloadType());
            decoded.lines.add(json.key("message").message(frame).close().toString());
        }
    }

    private static void add(Decoded decoded, StreamMessage message) {
        switch (message) {
            case StreamMessage.Known known -> decoded.lines.add(known(known));
            case StreamMessage.Unknown unknown -> decoded.lines.add(unknown(unknown.envelope()));
            case StreamMessage.Broken broken ->
                decoded.errors.add(broken.envelope().getMethod() + ": " + broken.reason());
        }
    }

    private static String known(StreamMessage.Known message) {
        Message envelope = message.envelope();
        JsonWriter json = head(envelope, Frames.common(envelope)).key("message");
        return json.message(message.body()).close().toString();
    }

    private static String unknown(Message envelope) {
        CommonMessageData common = Frames.common(envelope);
        JsonWriter json = head(envelope, common).key("message").open();
        if (!common.equals(CommonMessageData.getDefaultInstance())) {
            json.key("common").message(common);
        }
        json.close().key("unknown").bytes(envelope.getPayload());
        return json.close().toString();
    }

    private static JsonWriter head(Message envelope, CommonMessageData common) {
        JsonWriter json = new JsonWriter().open().key("method").string(envelope.getMethod());
        if (envelope.hasMsgId() || common.hasMsgId()) {
            json.key("msgId").string(Long.toString(envelope.hasMsgId() ? envelope.getMsgId() : common.getMsgId()));
        }
        if (common.hasRoomId()) {
            json.key("roomId").string(Long.toString(common.getRoomId()));
        }
        return json;
    }
}
