package app.cadeau.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** Whether it carries what stands for the platform's signature; the page's own script puts it there. */
    boolean signed() {
        String signature = query("X-Bogus");
        return signature != null && !signature.isBlank();
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

    /** @param cookies each as a Set-Cookie header has it */
    void jsonWithCookies(Object value, List<String> cookies) {
        byte[] bytes = JSON.writeValueAsBytes(value);
        DefaultHttpResponse head = head("application/json; charset=utf-8", bytes.length);
        head.headers().set(HttpHeaderNames.SET_COOKIE, cookies);
        channel.write(head);
        channel.writeAndFlush(lastPart(bytes, 0));
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

    /** Ends the connection with a reset instead of a goodbye. */
    void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    /** Sends the head and this much of the body, then closes: a browser that has seen a head never repeats a request. */
    void cut(String type, byte[] whole, int percent) {
        channel.write(head(type, whole.length));
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(whole, 0, whole.length * percent / 100)))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** The same body in this many parts, so many milliseconds apart. */
    void trickle(String type, byte[] whole, int parts, long gapMillis, ScheduledExecutorService thread) {
        channel.writeAndFlush(head(type, whole.length));
        for (int part = 0; part < parts; part++) {
            int from = whole.length * part / parts;
            int to = whole.length * (part + 1) / parts;
            boolean last = part == parts - 1;
            thread.schedule(
                    () -> channel.writeAndFlush(last ? lastPart(whole, from) : part(whole, from, to)),
                    gapMillis * (part + 1),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** The same body in two chunks of unsaid length. */
    void chunked(String type, byte[] whole) {
        DefaultHttpResponse head = head(type, 0);
        head.headers().remove(HttpHeaderNames.CONTENT_LENGTH).set(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
        channel.write(head);
        channel.write(part(whole, 0, whole.length / 2));
        channel.writeAndFlush(lastPart(whole, whole.length / 2));
    }

    /** The same body, content-encoding gzip. */
    void zipped(String type, byte[] whole) {
        byte[] zipped = Socket.gzip(whole);
        DefaultHttpResponse head = head(type, zipped.length);
        head.headers().set(HttpHeaderNames.CONTENT_ENCODING, "gzip");
        channel.write(head);
        channel.writeAndFlush(lastPart(zipped, 0));
    }

    private static DefaultHttpResponse head(String type, int length) {
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CONTENT_LENGTH, length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        return head;
    }

    private static DefaultHttpContent part(byte[] whole, int from, int to) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(whole, from, to - from));
    }

    private static DefaultLastHttpContent lastPart(byte[] whole, int from) {
        return new DefaultLastHttpContent(Unpooled.wrappedBuffer(whole, from, whole.length - from));
    }
}
