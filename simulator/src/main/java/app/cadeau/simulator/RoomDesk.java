package app.cadeau.simulator;

import app.cadeau.webcast.proto.ChatMessage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The page's calls about accounts, wallets and LIVEs. */
final class RoomDesk {

    private final Wallets wallets;
    private final Lives lives;
    private final Shop shop;
    private final Faults faults;
    private final Stream stream;
    private final Ids ids;
    private final Clock clock;

    RoomDesk(Wallets wallets, Lives lives, Shop shop, Faults faults, Stream stream, Ids ids, Clock clock) {
        this.wallets = wallets;
        this.lives = lives;
        this.shop = shop;
        this.faults = faults;
        this.stream = stream;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fills in every path of this desk. */
    void open(Desks desks) {
        desks.at("/passport/web/account/info/", this::account)
                .at("/passport/web/logout/", this::logOut)
                .at("/webcast/wallet_api/fs/diamond_buy/permission_v2", this::wallet)
                .at("/webcast/gift/list/", this::gifts)
                .at("/page/gifts/", this::offer)
                .at("/webcast/im/fetch/", this::poll)
                .at("/webcast/room/enter/", inLive(this::enter))
                .at("/webcast/room/info/", inLive(this::enter))
                .at("/webcast/room/chat/", inLive(this::chat))
                .at("/webcast/room/check_alive/", this::alive)
                .at("/webcast/ranklist/online_audience/", this::audience)
                .at("/api-live/user/room/", this::userRoom);
    }

    private void account(Exchange exchange) {
        wallets.of(exchange.session())
                .ifPresentOrElse(
                        wallet -> exchange.json(Map.of(
                                "message",
                                "success",
                                "data",
                                Map.of(
                                        "user_id", wallet.userId(),
                                        "user_id_str", Long.toString(wallet.userId()),
                                        "username", wallet.handle(),
                                        "screen_name", wallet.nickname(),
                                        "sec_user_id", wallet.secUid()))),
                        () -> exchange.json(Map.of(
                                "message",
                                "error",
                                "data",
                                Map.of("error_code", 1, "name", "session_expired", "description", "Session expired"))));
    }

    private void logOut(Exchange exchange) {
        wallets.logOut(exchange.session());
        exchange.json(Map.of("message", "success", "data", Map.of()));
    }

    private void wallet(Exchange exchange) {
        wallets.of(exchange.session())
                .ifPresentOrElse(
                        wallet -> {
                            long coins = faults.strikes(Fault.BALANCE_STALE)
                                    .map(rule -> wallet.coinsBefore(rule.amount()))
                                    .orElseGet(wallet::coins);
                            exchange.json(Map.of(
                                    "status_code",
                                    0,
                                    "data",
                                    Map.of(
                                            "coins",
                                            coins,
                                            "frozen_coins",
                                            0,
                                            "is_allow",
                                            true,
                                            "is_show",
                                            true,
                                            "pc_web_recharge_status",
                                            1)));
                        },
                        () -> exchange.json(Prompts.refusal(20003, clock.millis())));
    }

    private void gifts(Exchange exchange) {
        if (faults.strikes(Fault.GIFT_LIST_REFUSED).isPresent()) {
            exchange.json(403, Map.of("status_code", 403, "data", Map.of()));
            return;
        }
        offer(exchange);
    }

    private void offer(Exchange exchange) {
        String base = "http://127.0.0.1:" + port(exchange);
        List<Map<String, Object>> bar =
                shop.bar().stream().map(gift -> gift(gift, base)).toList();
        List<Map<String, Object>> panel =
                shop.panel().stream().map(gift -> gift(gift, base)).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gifts", bar);
        data.put("pages", List.of(page("Gifts", 1, panel)));
        data.put(
                "gifts_info", Map.of("gift_group_infos", List.of(10, 99, 365, 999), "freq_limit_gift_info", List.of()));
        if (faults.strikes(Fault.RISK_CONTROL).isPresent()) {
            data.put(
                    "risk_ctl",
                    Map.of("disable_send_gift", true, "error_msg", Prompts.of(4006063), "toast_reason", "risk"));
        }
        exchange.json(Map.of("status_code", 0, "data", data, "extra", Map.of("now", clock.millis())));
    }

    private static int port(Exchange exchange) {
        return ((java.net.InetSocketAddress) exchange.channel().localAddress()).getPort();
    }

    private static Map<String, Object> page(String name, int type, List<Map<String, Object>> gifts) {
        return Map.of("page_name", name, "page_type", type, "gifts", gifts);
    }

    private static Map<String, Object> gift(SimGift gift, String base) {
        Map<String, Object> image = Map.of("url_list", List.of(base + gift.picturePath()), "uri", "gift/" + gift.id());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", gift.id());
        told.put("name", gift.name());
        told.put("describe", "sent " + gift.name());
        told.put("diamond_count", gift.coins());
        told.put("combo", gift.combo());
        told.put("type", gift.combo() ? 1 : 2);
        told.put("is_displayed_on_panel", true);
        told.put("image", image);
        told.put("icon", image);
        return told;
    }

    private void poll(Exchange exchange) {
        lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> exchange.reply(
                                200, "application/x-protobuf", stream.since(live, exchange.number("cursor", 0)), false),
                        () -> exchange.json(404, Prompts.refusal(30003, clock.millis())));
    }

    /** A desk for calls that name a room. */
    private java.util.function.Consumer<Exchange> inLive(BiConsumer<Exchange, Live> desk) {
        return exchange -> lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> desk.accept(exchange, live),
                        () -> exchange.json(Prompts.refusal(30003, clock.millis())));
    }

    private void enter(Exchange exchange, Live live) {
        exchange.json(Map.of(
                "status_code",
                0,
                "data",
                Map.of(
                        "id",
                        live.roomId(),
                        "id_str",
                        Long.toString(live.roomId()),
                        "status",
                        !live.canReceive() ? 4 : live.state() == Live.State.PAUSED ? 3 : 2,
                        "title",
                        live.title(),
                        "user_count",
                        live.viewers(),
                        "owner",
                        Map.of("id_str", Long.toString(live.hostId()), "nickname", live.nickname()))));
    }

    private void chat(Exchange exchange, Live live) {
        String content = exchange.field("content");
        Wallet wallet = wallets.of(exchange.session()).orElse(null);
        if (wallet == null || content == null || content.isBlank() || content.length() > 200) {
            exchange.json(Prompts.refusal(20003, clock.millis()));
            return;
        }
        long msgId = ids.next();
        ChatMessage message = ChatMessage.newBuilder()
                .setCommon(lives.common(live, "WebcastChatMessage", msgId))
                .setUser(Crowd.user(wallet.userId(), wallet.nickname(), wallet.handle()))
                .setContent(content)
                .build();
        stream.publish(live, "WebcastChatMessage", msgId, message.toByteArray());
        exchange.json(Map.of("status_code", 0, "data", Map.of("msg_id", Long.toString(msgId))));
    }

    private void alive(Exchange exchange) {
        boolean alive = lives.byRoom(exchange.number("room_ids", 0))
                .filter(Live::canReceive)
                .isPresent();
        exchange.json(Map.of("status_code", 0, "data", List.of(Map.of("alive", alive))));
    }

    private void audience(Exchange exchange) {
        exchange.json(Map.of("status_code", 0, "data", Map.of("ranks", List.of())));
    }

    private void userRoom(Exchange exchange) {
        String name = exchange.query("uniqueId");
        lives.named(name == null ? "" : name)
                .ifPresentOrElse(
                        live -> exchange.json(Map.of(
                                "statusCode",
                                0,
                                "data",
                                Map.of(
                                        "user",
                                        Map.of("roomId", Long.toString(live.roomId())),
                                        "liveRoom",
                                        Map.of(
                                                "status",
                                                live.state() == Live.State.ON_AIR ? 2 : 4,
                                                "title",
                                                live.title())))),
                        () -> exchange.json(Map.of("statusCode", 19881007, "data", Map.of())));
    }
}
