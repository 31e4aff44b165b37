package app.cadeau.livepage;

import app.cadeau.LocalSite;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A LIVE page of a few lines, for what needs no LIVE: it writes down each gift that reaches it. */
final class TinyLive implements AutoCloseable {

    static final String ROOM = "7300000000000000001";
    static final String HOST = "7000000000000000001";

    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> cookies = new CopyOnWriteArrayList<>();
    final AtomicLong coins = new AtomicLong(1_000);

    /** Bodies by path, for pages that a test adds. */
    final Map<String, String> extra = new ConcurrentHashMap<>();

    /** False: the session that the page is opened with has run out. */
    volatile boolean session = true;

    volatile String redirectSendTo = "";
    private final LocalSite site;

    TinyLive() throws IOException {
        site = new LocalSite(this::handle);
    }

    URI url() {
        return site.url();
    }

    private void handle(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        byte[] body = call.getRequestBody().readAllBytes();
        if (path.startsWith("/webcast/gift/send")) {
            sent.add(call.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
            String to = redirectSendTo;
            if (!to.isEmpty()) {
                redirectSendTo = "";
                call.getResponseHeaders().add("Location", to);
                answer(call, 307, "text/plain", "");
                return;
            }
            answer(
                    call,
                    200,
                    "application/json",
                    "{\"status_code\":0,\"data\":{\"left_diamonds\":" + coins.decrementAndGet()
                            + ",\"group_id\":9007199254740993,\"order_id\":\"o-" + sent.size()
                            + "\",\"msg_id\":18446744073709551615}}");
        } else if (path.startsWith("/webcast/gift/list")) {
            answer(call, 200, "application/json", """
                    {"status_code":0,"data":{"gifts":[
                      {"id":5655,"name":"Rose","diamond_count":1,"combo":true,"image":{"url_list":["/img/5655.png"]}},
                      {"id":6064,"name":"GG","diamond_count":1,"combo":true,"image":{"url_list":["/img/6064.png"]}}],
                     "pages":[{"gifts":[
                      {"id":5658,"name":"Perfume","diamond_count":20,"combo":true,"image":{"url_list":["/img/5658.png"]}},
                      {"id":7934,"name":"Heart Me","diamond_count":1,"combo":false,"image":{"url_list":["/img/7934.png"]}},
                      {"id":99,"name":"Hidden","diamond_count":5}]}]}}""");
        } else if (!session && path.startsWith("/webcast/wallet_api")) {
            answer(call, 200, "application/json", "{\"status_code\":20003,\"data\":{}}");
        } else if (!session && path.startsWith("/passport")) {
            answer(call, 200, "application/json", "{\"data\":{\"name\":\"session_expired\"}}");
        } else if (path.startsWith("/webcast/wallet_api")) {
            answer(call, 200, "application/json", "{\"status_code\":0,\"data\":{\"coins\":" + coins.get() + "}}");
        } else if (path.startsWith("/passport")) {
            answer(call, 200, "application/json", "{\"data\":{\"user_id\":6900000000000000123}}");
        } else if (extra.containsKey(path)) {
            answer(call, 200, path.endsWith(".js") ? "text/javascript" : "text/html", extra.get(path));
        } else if (path.endsWith("/live")) {
            cookies.add(String.valueOf(call.getRequestHeaders().getFirst("Cookie")));
            answer(call, 200, "text/html; charset=utf-8", page());
        } else {
            answer(call, 404, "text/plain", "no");
        }
    }

    private static String page() throws IOException {
        try (var in = TinyLive.class.getResourceAsStream("/livepage/tiny.html")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answer(HttpExchange call, int status, String type, String body) throws IOException {
        if (call.getRequestURI().getPath().endsWith("/live")) {
            call.getResponseHeaders().add("Set-Cookie", "seen=yes; Path=/; Max-Age=3600");
        }
        LocalSite.answer(call, status, type, body);
    }

    @Override
    public void close() {
        site.close();
    }
}
