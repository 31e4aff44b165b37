package app.cadeau.simulator;

import app.cadeau.webcast.proto.Message;
import app.cadeau.webcast.proto.PushFrame;
import app.cadeau.webcast.proto.Response;
import com.google.protobuf.ByteString;
import io.netty.channel.Channel;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The webcast stream of every LIVE: what is published goes to each open socket, and stays a while for those that poll. */
final class Stream {

    private static final int HISTORY = 6;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Clock clock;
    private final Variations variations;
    private final RoomFrames frames;
    private final Ids ids;
    private final Map<String, Set<Socket>> sockets = new ConcurrentHashMap<>();
    private final Map<String, Backlog> backlogs = new ConcurrentHashMap<>();
    private final Map<String, Message> standing = new ConcurrentHashMap<>();
    private final Map<String, Long> silentUntil = new ConcurrentHashMap<>();

    Stream(Clock clock, Variations variations, RoomFrames frames, Ids ids) {
        this.clock = clock;
        this.variations = variations;
        this.frames = frames;
        this.ids = ids;
    }

    /** @param repeated how many of the last messages come again, as after a reconnect whose cursor was behind */
    void join(Live live, Channel channel, boolean gzip, int repeated) {
        Socket socket = new Socket(channel, gzip, live.name());
        Set<Socket> room = sockets.computeIfAbsent(live.name(), _ -> ConcurrentHashMap.newKeySet());
        room.add(socket);
        channel.closeFuture().addListener(_ -> room.remove(socket));
        Backlog backlog = backlog(live.name());
        List<Message> first = new java.util.ArrayList<>(past(backlog));
        first.addAll(backlog.last(repeated, _ -> true));
        first.add(welcome(live));
        Message stands = standing.get(live.name());
        if (stands != null) {
            first.add(stands);
        }
        send(socket, response(live.name(), first).setIsFirst(true).build());
    }

    static Message message(String method, long msgId, byte[] payload) {
        return Message.newBuilder()
                .setMethod(method)
                .setPayload(ByteString.copyFrom(payload))
                .setMsgId(msgId)
                .build();
    }

    /** The same message to everyone in the LIVE. */
    void publish(Live live, String method, long msgId, byte[] payload) {
        publish(live, List.of(message(method, msgId, payload)));
    }

    /** The same message to everyone in the LIVE, and to whoever comes until another one takes its place. */
    void stand(Live live, String method, long msgId, byte[] payload) {
        standing.put(live.name(), message(method, msgId, payload));
        publish(live, method, msgId, payload);
    }

    /** Several in one batch, in this order. */
    void publish(Live live, List<Message> messages) {
        messages.forEach(backlog(live.name())::keep);
        Response response = response(live.name(), messages).build();
        sockets.getOrDefault(live.name(), Set.of()).forEach(socket -> send(socket, response));
    }

    /** Closes every socket of the LIVE. */
    void drop(Live live) {
        sockets.getOrDefault(live.name(), Set.of())
                .forEach(socket -> socket.channel().close());
    }

    /** Tells every socket of the LIVE to close. @param forGood whether the clients are to poll from now on */
    void close(Live live, String reason, boolean forGood) {
        sockets.getOrDefault(live.name(), Set.of()).forEach(socket -> socket.sayClose(reason, forGood));
    }

    /** Nothing goes out and no heartbeat is answered for so long; 0 for ever. Nothing is closed. */
    void silence(Live live, long millis) {
        silentUntil.put(live.name(), millis == 0 ? FOR_EVER : clock.millis() + millis);
    }

    private boolean silent(String live) {
        return silentUntil.getOrDefault(live, 0L) > clock.millis();
    }

    private void send(Socket socket, Response response) {
        if (!silent(socket.live())) {
            socket.send("msg", response.toByteArray(), response.getCursor());
        }
    }

    /** The body of an im/fetch call: what was published after the cursor; the past for who has none. */
    byte[] since(Live live, String cursor) {
        boolean first = cursor.isEmpty() || cursor.equals("0");
        Backlog backlog = backlog(live.name());
        return response(live.name(), first ? past(backlog) : backlog.after(cursor))
                .setIsFirst(first)
                .build()
                .toByteArray();
    }

    /** The body of an im/fetch/history call. */
    byte[] history(Live live) {
        return response(live.name(), past(backlog(live.name())))
                .setHistoryCommentCursor("")
                .setHistoryNoMore(true)
                .build()
                .toByteArray();
    }

    private Backlog backlog(String live) {
        return backlogs.computeIfAbsent(live, _ -> new Backlog());
    }

    /** The last lines of chat, marked as history; where the variation says so the last gifts too. */
    private List<Message> past(Backlog backlog) {
        return backlog
                .last(
                        HISTORY,
                        message -> message.getMethod().equals("WebcastChatMessage")
                                || message.getMethod().equals("WebcastGiftMessage")
                                        && variations.has(Variation.HISTORY_WITH_GIFTS))
                .stream()
                .map(message -> message.toBuilder().setIsHistory(true).build())
                .toList();
    }

    private Message welcome(Live live) {
        long msgId = ids.next();
        return message("WebcastRoomMessage", msgId, frames.welcome(live, msgId));
    }

    private Response.Builder response(String live, List<Message> messages) {
        long now = clock.millis();
        // Which frames want an ack nobody has noted; here those that carry gifts or control do.
        boolean matters = messages.stream()
                .anyMatch(one ->
                        one.getMethod().contains("Gift") || one.getMethod().contains("Control"));
        return Response.newBuilder()
                .addAllMessages(messages)
                .setCursor(backlog(live).cursor(now))
                .setFetchInterval(1000)
                .setNow(now)
                .setInternalExt("internal_src:dim|wss_msg_type:r|wss_push_room_id:0|wss_push_did:0|first_req_ms:" + now)
                .setFetchType(1)
                .putRouteParams("imprp", Ids.text("route", live, 12))
                .setHeartbeatDuration(Socket.HEARTBEAT_MILLIS)
                .setNeedAck(matters)
                .setHistoryNoMore(true);
    }

    /** Answers what a client sent: heartbeats and the entering of a room; an ack needs none. */
    void answer(Channel channel, byte[] frame) throws IOException {
        PushFrame asked = PushFrame.parseFrom(frame);
        Socket socket = channel.attr(Socket.KEY).get();
        if (socket == null || silent(socket.live())) {
            return;
        }
        switch (asked.getPayloadType()) {
            case "hb" -> socket.send("hb", asked.getPayload().toByteArray(), "");
            case "im_enter_room" -> socket.send("im_enter_room_resp", new byte[0], "");
            default -> {}
        }
    }
}
