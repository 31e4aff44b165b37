package app.cadeau.simulator;

import app.cadeau.webcast.proto.PushFrame;
import com.google.protobuf.ByteString;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.util.AttributeKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** One open socket of the stream, and how frames are put on it. */
final class Socket {

    static final long HEARTBEAT_MILLIS = 10_000;
    static final AttributeKey<Socket> KEY = AttributeKey.valueOf(Socket.class, "socket");

    private static final int PLAIN_BELOW = 200;
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final Channel channel;
    private final boolean gzip;
    private final String live;

    Socket(Channel channel, boolean gzip, String live) {
        this.channel = channel;
        this.gzip = gzip;
        this.live = live;
        channel.attr(KEY).set(this);
    }

    Channel channel() {
        return channel;
    }

    String live() {
        return live;
    }

    /** A client that reads too slowly is dropped. Short bodies go plain, long ones as the client asked. */
    void send(String type, byte[] body, String cursor) {
        if (!channel.isWritable()) {
            channel.close();
            return;
        }
        PushFrame.Builder frame = frame(type);
        boolean zipped = gzip && body.length > PLAIN_BELOW;
        if (zipped) {
            frame.addHeaders(header("compress_type", "gzip"));
        }
        if (!cursor.isEmpty()) {
            frame.addHeaders(header("im_cursor", cursor));
        }
        write(frame.setPayload(ByteString.copyFrom(zipped ? gzip(body) : body)));
    }

    /** It is for the client to close then. */
    void sayClose(String reason, boolean forGood) {
        PushFrame.Builder frame = frame("close").addHeaders(header("close_reason", reason));
        if (forGood) {
            frame.addHeaders(header("disable_web_direct", "1"));
        }
        write(frame);
    }

    private static PushFrame.Builder frame(String type) {
        long sequence = SEQUENCE.incrementAndGet();
        return PushFrame.newBuilder()
                .setSeqId(sequence)
                .setLogId(Ids.of("frame", Long.toString(sequence)))
                .setService(8888)
                .setMethod(8)
                .setPayloadEncoding("pb")
                .setPayloadType(type);
    }

    private static PushFrame.Header header(String key, String value) {
        return PushFrame.Header.newBuilder().setKey(key).setValue(value).build();
    }

    private void write(PushFrame.Builder frame) {
        byte[] bytes = frame.build().toByteArray();
        channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
