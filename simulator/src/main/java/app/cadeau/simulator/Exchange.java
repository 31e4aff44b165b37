package app.cadeau.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request and the raw ways to answer it, the broken ones too. */
final class Exchange {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Channel channel;
    private final HttpMethod method;
    private final String connection;
    private final boolean reused;
    private final QueryStringDecoder uri;
    private final String cookies;
    private final String languages;
    private final String body;

    Exchange(Channel channel, FullHttpRequest request, int requestOnConnection) {
        this.channel = channel;
        this.method = request.method();
        this.connection = channel.id().asShortText();
        this.reused = requestOnConnection > 1;
        this.uri = new QueryStringDecoder(request.uri());
        this.cookies = request.headers().get(HttpHeaderNames.COOKIE, "");
        this.languages = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE, "");
        this.body = request.content().toString(StandardCharsets.UTF_8);
    }

    String path() {
        return uri.path();
    }

    String method() {
        return method.name();
    }

    String languages() {
        return languages;
    }

    String connection() {
        return connection;
    }

    /** Whether an earlier request came on the same connection: only then may a browser repeat a lost POST. */
    boolean reused() {
        return reused;
    }

    String body() {
        return body;
    }

    String uriWith(String more) {
        return uri.uri() + (uri.uri().contains("?") ? "&" : "?") + more;
    }

    @Nullable
    String query(String name) {
        return first(uri.parameters(), name);
    }

    /** A field of the form in the body, or of the query. */
    @Nullable
    String field(String name) {
        String inBody = first(new QueryStringDecoder(body, false).parameters(), name);
        return inBody != null ? inBody : query(name);
    }

    long number(String name, long otherwise) {
        String text = field(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        List<String> found = fields.get(name);
        return found == null ? null : found.getFirst();
    }

    @Nullable
    String session() {
        return ServerCookieDecoder.LAX.decode(cookies).stream()
                .filter(cookie -> cookie.name().equals("sessionid"))
                .map(io.netty.handler.codec.http.cookie.Cookie::value)
                .findFirst()
                .orElse(null);
    }

    Channel channel() {
        return channel;
    }

    void json(Object value) {
        json(200, value);
    }

    void json(int status, Object value) {
        reply(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(value), false);
    }

    void html(int status, String page) {
        reply(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), false);
    }

    void reply(int status, String type, byte[] bytes, boolean keep) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(bytes));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length)
                .set(HttpHeaderNames.CACHE_CONTROL, keep ? "public, max-age=86400" : "no-store");
        channel.writeAndFlush(response);
    }

    void redirect(String where) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.TEMPORARY_REDIRECT);
        response.headers()
                .set(HttpHeaderNames.LOCATION, where)
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        channel.writeAndFlush(response);
    }

    /** Closes the connection without one byte. */
    void drop() {
        channel.close();
    }

    /** Sends the head and this much of the body, then closes: a browser that has seen a head never repeats a request. */
    void cut(Object value, int percent) {
        byte[] whole = JSON.writeValueAsBytes(value);
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, whole.length);
        channel.write(head);
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(whole, 0, whole.length * percent / 100)))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
