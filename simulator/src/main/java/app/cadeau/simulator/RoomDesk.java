package app.cadeau.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The page's calls about LIVEs: entering, looking, chatting. */
final class RoomDesk {

    private static final int ENDED = 4;

    private final Wallets wallets;
    private final Lives lives;
    private final Stream stream;
    private final RoomFrames frames;
    private final Ids ids;
    private final Clock clock;

    RoomDesk(Wallets wallets, Lives lives, Stream stream, RoomFrames frames, Ids ids, Clock clock) {
        this.wallets = wallets;
        this.lives = lives;
        this.stream = stream;
        this.frames = frames;
        this.ids = ids;
        this.clock = clock;
    }

    void open(Desks desks) {
        desks.at("/webcast/room/enter/", inLive((exchange, live) -> look(exchange, live, Till.CLOSED_TO_YOU)))
                .at("/webcast/room/info/", inLive((exchange, live) -> look(exchange, live, Till.AGE_RESTRICTED)))
                .at("/webcast/room/chat/", inLive(this::chat))
                .at("/webcast/room/check_alive/", this::alive)
                .at("/api-live/user/room/", this::userRoom);
    }

    /** A desk for calls that name a room. */
    private Consumer<Exchange> inLive(BiConsumer<Exchange, Live> desk) {
        return exchange -> lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> desk.accept(exchange, live),
                        () -> exchange.json(Prompts.refusal(Till.NO_LIVE, clock.millis())));
    }

    /** @param closed the code when the LIVE is for adults and the visitor is not known to be one */
    private void look(Exchange exchange, Live live, int closed) {
        if (live.rules().closedTo(wallets.of(exchange.session()))) {
            exchange.json(Prompts.refusal(closed, clock.millis()));
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", live.roomId());
        data.put("id_str", Long.toString(live.roomId()));
        data.put("status", !live.canReceive() ? ENDED : live.state() == Live.State.PAUSED ? 3 : 2);
        data.put("title", live.title());
        data.put("user_count", live.viewers());
        data.put("owner", person(live.hostSeat()));
        data.put("guests", live.guests().stream().map(RoomDesk::person).toList());
        exchange.json(Map.of("status_code", 0, "data", data));
    }

    private static Map<String, Object> person(Seat seat) {
        return Map.of("id_str", Long.toString(seat.userId()), "nickname", seat.nickname(), "display_id", seat.handle());
    }

    private void chat(Exchange exchange, Live live) {
        String content = exchange.field("content");
        Wallet wallet = wallets.of(exchange.session()).orElse(null);
        if (wallet == null || content == null || content.isBlank() || content.length() > 200) {
            exchange.json(Prompts.refusal(Till.LOGGED_OUT, clock.millis()));
            return;
        }
        long msgId = ids.next();
        byte[] payload = frames.chat(live, msgId, GiftFrames.Giver.of(wallet), content);
        stream.publish(live, "WebcastChatMessage", msgId, payload);
        exchange.json(Map.of("status_code", 0, "data", Map.of("msg_id", Long.toString(msgId))));
    }

    private void alive(Exchange exchange) {
        String rooms = exchange.field("room_ids");
        List<Map<String, Object>> told = java.util.Arrays.stream((rooms == null ? "" : rooms).split(","))
                .filter(room -> room.matches("\\d{1,19}"))
                .map(this::alive)
                .toList();
        exchange.json(Map.of("status_code", 0, "data", told));
    }

    private Map<String, Object> alive(String room) {
        boolean alive =
                lives.byRoom(Long.parseLong(room)).filter(Live::canReceive).isPresent();
        return Map.of("alive", alive, "room_id", Long.parseLong(room), "room_id_str", room);
    }

    private void userRoom(Exchange exchange) {
        String name = exchange.query("uniqueId");
        lives.named(name == null ? "" : name)
                .ifPresentOrElse(
                        live -> exchange.json(Map.of("statusCode", 0, "message", "", "data", userRoom(live))),
                        () -> exchange.json(Map.of("statusCode", 19881007, "data", Map.of())));
    }

    private static Map<String, Object> userRoom(Live live) {
        Map<String, Object> user = Map.of(
                "id", Long.toString(live.hostId()),
                "uniqueId", live.name(),
                "nickname", live.nickname(),
                "roomId", Long.toString(live.roomId()));
        Map<String, Object> room = Map.of(
                "status",
                live.canReceive() ? 2 : ENDED,
                "title",
                live.title(),
                "liveRoomStats",
                Map.of("userCount", live.viewers()));
        return Map.of("user", user, "liveRoom", room);
    }
}
