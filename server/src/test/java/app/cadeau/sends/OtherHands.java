package app.cadeau.sends;

import app.cadeau.LocalSite;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * LIVE sites of other hands than ours: {@code /@kind/live} shows the page of that kind. Its list, its wallet, and the
 * truth about what reached it; a request is a gift, whatever the page meant.
 */
final class OtherHands implements AutoCloseable {

    private static final String HOST = "6600000000000000042";

    record Landed(long gift, int count, String to) {}

    private record Shelf(String page, long id, String name, long coins, String picture, boolean locked) {}

    private static final List<Shelf> GIFTS = List.of(
            new Shelf("Gifts", 5655, "Rose", 1, "eba3a9bb85c33e017f3648eaf88d7189", false),
            new Shelf("Gifts", 6064, "GG", 1, "3f02fa9594bd1495ff4e8aa5ae265eef", false),
            new Shelf("Gifts", 5480, "Heart", 10, "d56945782445b0b8c8658ed44f894c7b", false),
            new Shelf("Gifts", 6890, "Love you", 1, "ab0a7b44bfc140923bb74164f6f880ab", false),
            new Shelf("Gifts", 5487, "Finger Heart", 5, "a4c4dc437fd3a6632aba149769491f49", false),
            new Shelf("Gifts", 5738, "Heart", 200, "0000aa782445b0b8c8658ed44f894c00", false),
            new Shelf("Gifts", 7934, "Heart Me", 1, "d56945782445b0b8c8658ed44f89ffff", false),
            new Shelf("Gifts", 8913, "Treasure Chest", 100, "11111111445b0b8c8658ed44f894c7b1", false),
            new Shelf("Gifts", 8914, "Treasure Chest", 1500, "22222222445b0b8c8658ed44f894c7b2", false),
            new Shelf("Gifts", 5269, "TikTok", 1, "802a21ae29f9fae5abe3693de9f874bd", false),
            new Shelf("Gifts", 5586, "Hearts", 199, "934b5a10dee8376df5870a61d2ea5cb6", false),
            new Shelf("Gifts", 5879, "Doughnut", 30, "4e7ad6bdf0a1d860c538f38026d4e812", false),
            new Shelf("Gifts", 5658, "Perfume", 20, "20b8f61246c7b6032777bb81bf4ee055", false),
            new Shelf("Gifts", 7168, "Money Gun", 500, "e0589e95a2b41970f0f30f6202f5fce6", false),
            new Shelf("Exclusive", 6427, "Sunset Speedway", 10_000, "df63eee488dc0994f6f5cb2e65f2ae49", false),
            new Shelf("Exclusive", 5765, "Motorcycle", 2_988, "6517b8f2f76dc75ff0f4f73107f8780e", false),
            new Shelf("Exclusive", 6056, "Sunset Speedboat", 20_000, "4f9602bd2df0cd63f2e4be5a5fe3c7a9", false),
            new Shelf("Exclusive", 9999, "Fest Pop", 2, "99999999445b0b8c8658ed44f894c7b2", false));

    final List<Landed> landed = new CopyOnWriteArrayList<>();
    private final AtomicLong coins;
    private final LocalSite site;

    OtherHands(long coins) throws IOException {
        this.coins = new AtomicLong(coins);
        site = new LocalSite(this::handle);
    }

    URI url() {
        return site.url();
    }

    long coins() {
        return coins.get();
    }

    private void handle(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/webcast/gift/send")) {
            json(call, sent(fields(body)));
        } else if (path.startsWith("/webcast/gift/list")) {
            json(
                    call,
                    "{\"status_code\":0,\"data\":{\"gifts\":" + list("") + ",\"pages\":[" + page("Gifts") + ","
                            + page("Exclusive") + "]}}");
        } else if (path.startsWith("/webcast/wallet_api")) {
            json(call, "{\"status_code\":0,\"data\":{\"coins\":" + coins + "}}");
        } else if (path.startsWith("/passport")) {
            json(call, "{\"data\":{\"user_id\":6900000000000000123}}");
        } else if (path.startsWith("/otherhands/")) {
            resource(call, path);
        } else if (path.endsWith("/live")) {
            resource(call, "/otherhands/" + path.substring(2).split("[./]")[0] + ".html");
        } else {
            LocalSite.answer(call, 404, "text/plain", "no");
        }
    }

    private String sent(Map<String, String> asked) {
        var gift = new Landed(
                Long.parseLong(asked.getOrDefault("gift_id", "0")),
                Integer.parseInt(asked.getOrDefault("count", "0")),
                asked.getOrDefault("to_user_id", ""));
        landed.add(gift);
        long price = GIFTS.stream()
                .filter(shelf -> shelf.id == gift.gift)
                .findFirst()
                .orElseThrow()
                .coins;
        long left = coins.addAndGet(-price * gift.count);
        return "{\"status_code\":0,\"data\":{\"gift_id\":%d,\"left_diamonds\":%d,\"group_id\":\"1\",\"order_id\":\"o%d\",\"msg_id\":\"%d\"}}"
                .formatted(gift.gift, left, landed.size(), landed.size());
    }

    private static String page(String name) {
        return "{\"page_name\":\"" + name + "\",\"gifts\":" + list(name) + "}";
    }

    private static String list(String page) {
        return GIFTS.stream()
                .filter(shelf -> page.isEmpty() || shelf.page.equals(page))
                .map(shelf ->
                        "{\"id\":%d,\"name\":\"%s\",\"diamond_count\":%d,\"combo\":%b,\"image\":{\"uri\":\"webcast-va/%s\",\"url_list\":[\"https://p16.example/img/webcast-va/%s~tplv-obj.webp\"]}}"
                                .formatted(
                                        shelf.id,
                                        shelf.name,
                                        shelf.coins,
                                        shelf.coins < 100,
                                        shelf.picture,
                                        shelf.picture))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void resource(HttpExchange call, String path) throws IOException {
        try (var in = OtherHands.class.getResourceAsStream(path)) {
            if (in == null) {
                LocalSite.answer(call, 404, "text/plain", "no");
            } else {
                LocalSite.answer(
                        call,
                        200,
                        path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8",
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static void json(HttpExchange call, String body) throws IOException {
        LocalSite.answer(call, 200, "application/json", body);
    }

    /** Whether everything that landed went to the host, one at a time. */
    boolean allToTheHost() {
        return landed.stream().allMatch(gift -> gift.count == 1 && gift.to.equals(HOST));
    }

    @Override
    public void close() {
        site.close();
    }
}
