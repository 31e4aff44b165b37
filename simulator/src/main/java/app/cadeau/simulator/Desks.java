package app.cadeau.simulator;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which desk serves which path. */
final class Desks {

    private final Lives lives;
    private final Stream stream;
    private final Faults faults;
    private final CallFaults callFaults;
    private final Map<String, Consumer<Exchange>> exact = new LinkedHashMap<>();
    private final Map<String, Consumer<Exchange>> prefixes = new LinkedHashMap<>();

    Desks(Lives lives, Stream stream, Faults faults, CallFaults callFaults) {
        this.lives = lives;
        this.stream = stream;
        this.faults = faults;
        this.callFaults = callFaults;
    }

    Stream stream() {
        return stream;
    }

    Faults faults() {
        return faults;
    }

    /** A path that ends in * takes everything below it. A slash at the end makes no difference. */
    Desks at(String path, Consumer<Exchange> desk) {
        if (path.endsWith("*")) {
            prefixes.put(path.substring(0, path.length() - 1), desk);
        } else {
            exact.put(bare(path), desk);
        }
        return this;
    }

    void serve(Exchange exchange) {
        Consumer<Exchange> desk = exact.get(bare(exchange.path()));
        if (desk == null) {
            desk = prefixes.entrySet().stream()
                    .filter(entry -> exchange.path().startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(lost -> lost.json(404, Map.of("status_code", 404, "data", Map.of())));
        }
        callFaults.serve(exchange, desk);
    }

    private static String bare(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** A socket is open: it hears its LIVE from now on. */
    void join(Exchange exchange) {
        lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> stream.join(
                                live,
                                exchange.channel(),
                                "gzip".equals(exchange.query("compress")),
                                faults.strikes(Fault.SOCKET_REPEATS)
                                        .map(rule -> (int) rule.amount())
                                        .orElse(0)),
                        exchange::drop);
    }

    /** What a client gets that the platform does not like: 200 where 101 was asked. */
    void blockSocket(Exchange exchange) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
        response.headers()
                .set("handshake-msg", "DEVICE_BLOCKED")
                .set("handshake-status", "415")
                .set(HttpHeaderNames.CONTENT_LENGTH, 0);
        exchange.channel().writeAndFlush(response);
    }
}
