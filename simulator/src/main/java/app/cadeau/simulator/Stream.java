package app.cadeau.simulator;

import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import com.google.protobuf.ByteString;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** The webcast stream of every LIVE: what is published goes to each open socket, and stays a while for those that poll. */
final class Stream {

    private static final int KEPT_FOR_POLLING = 200;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private record Socket(Channel channel, boolean gzip) {}

    private record Kept(long number, Message message) {}

    private final Clock clock;
    private final Map<String, Set<Socket>> sockets = new ConcurrentHashMap<>();
    private final Map<String, Deque<Kept>> kept = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();

    Stream(Clock clock) {
        this.clock = clock;
    }

    void join(Live live, Channel channel, boolean gzip) {
        Socket socket = new Socket(channel, gzip);
        Set<Socket> room = sockets.computeIfAbsent(live.name(), _ -> ConcurrentHashMap.newKeySet());
        room.add(socket);
        channel.closeFuture().addListener(_ -> room.remove(socket));
        send(socket, "msg", response(List.of(), true).toByteArray());
    }

    /** The same message to everyone in the LIVE. */
    void publish(Live live, String method, long msgId, byte[] payload) {
        Message message = Message.newBuilder()
                .setMethod(method)
                .setPayload(ByteString.copyFrom(payload))
                .setMsgId(msgId)
                .build();
        keep(live, message);
        byte[] body = response(List.of(message), false).toByteArray();
        sockets.getOrDefault(live.name(), Set.of()).forEach(socket -> send(socket, "msg", body));
    }

    /** Closes every socket of the LIVE. */
    void drop(Live live) {
        sockets.getOrDefault(live.name(), Set.of())
                .forEach(socket -> socket.channel().close());
    }

    private void keep(Live live, Message message) {
        Deque<Kept> queue = kept.computeIfAbsent(live.name(), _ -> new ArrayDeque<>());
        synchronized (queue) {
            queue.addLast(new Kept(sequence.incrementAndGet(), message));
            if (queue.size() > KEPT_FOR_POLLING) {
                queue.removeFirst();
            }
        }
    }

    /** The body of an im/fetch call: what was published after the cursor. */
    byte[] since(Live live, long cursor) {
        Deque<Kept> queue = kept.computeIfAbsent(live.name(), _ -> new ArrayDeque<>());
        synchronized (queue) {
            List<Message> news = queue.stream()
                    .filter(one -> cursor > 0 && one.number() > cursor)
                    .map(Kept::message)
                    .toList();
            return response(news, cursor == 0).toByteArray();
        }
    }

    private Response response(List<Message> messages, boolean first) {
        long now = clock.millis();
        return Response.newBuilder()
                .addAllMessages(messages)
                .setCursor(Long.toString(sequence.get()))
                .setFetchInterval(1000)
                .setNow(now)
                .setInternalExt("internal_src:dim|wss_msg_type:r|wss_push_room_id:0|wss_push_did:0|first_req_ms:" + now)
                .setFetchType(1)
                .setHeartbeatDuration(HEARTBEAT_MILLIS)
                .setNeedAck(true)
                .setIsFirst(first)
                .build();
    }

    /** Answers what a client sent: heartbeats and the entering of a room; an ack needs none. */
    void answer(Channel channel, byte[] frame) throws IOException {
        PushFrame asked = PushFrame.parseFrom(frame);
        switch (asked.getPayloadType()) {
            case "hb" ->
                send(new Socket(channel, false), "hb", asked.getPayload().toByteArray());
            case "im_enter_room" -> send(new Socket(channel, false), "im_enter_room_resp", new byte[0]);
            default -> {}
        }
    }

    private void send(Socket socket, String type, byte[] body) {
        if (!socket.channel().isWritable()) {
            socket.channel().close();
            return;
        }
        PushFrame.Builder frame = PushFrame.newBuilder()
                .setSeqId(sequence.incrementAndGet())
                .setLogId(Ids.of("frame", Long.toString(sequence.get())))
                .setService(8888)
                .setMethod(8)
                .setPayloadEncoding("pb")
                .setPayloadType(type);
        boolean gzip = socket.gzip() && body.length > 200;
        if (gzip) {
            frame.addHeaders(
                    PushFrame.Header.newBuilder().setKey("compress_type").setValue("gzip"));
        }
        byte[] bytes = frame.setPayload(ByteString.copyFrom(gzip ? gzip(body) : body))
                .build()
                .toByteArray();
        socket.channel().writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
