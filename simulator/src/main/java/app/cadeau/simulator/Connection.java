package app.cadeau.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One TCP connection of a browser: requests one after another, or a socket of the stream. */
final class Connection extends SimpleChannelInboundHandler<Object> {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final Set<String> OURSELVES = Set.of("127.0.0.1", "localhost");

    private final Desks desks;
    private int requests;

    Connection(Desks desks) {
        this.desks = desks;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) throws IOException {
        switch (message) {
            case FullHttpRequest request -> http(context, request);
            case BinaryWebSocketFrame frame -> {
                byte[] bytes = new byte[frame.content().readableBytes()];
                frame.content().readBytes(bytes);
                desks.stream().answer(context.channel(), bytes);
            }
            case PingWebSocketFrame ping ->
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case CloseWebSocketFrame _ -> context.close();
            case WebSocketFrame _ -> {}
            default -> context.close();
        }
    }

    private void http(ChannelHandlerContext context, FullHttpRequest request) {
        requests++;
        Exchange exchange = new Exchange(context.channel(), request, requests);
        String host = request.headers().get(HttpHeaderNames.HOST, "");
        // A foreign name that points here is another site's page in the owner's browser.
        if (!OURSELVES.contains(host.replaceFirst(":\\d+$", ""))) {
            exchange.json(421, Map.of("error", "this simulator answers only as 127.0.0.1 or localhost"));
        } else if (exchange.path().startsWith("/webcast/im/ws_proxy/")) {
            socket(context, request, exchange);
        } else {
            serve(exchange);
        }
    }

    private void serve(Exchange exchange) {
        try {
            desks.serve(exchange);
        } catch (JacksonException e) {
            exchange.json(400, Map.of("error", "the body is no JSON that can be read here"));
        }
    }

    private void socket(ChannelHandlerContext context, FullHttpRequest request, Exchange exchange) {
        if (desks.faults().strikes(Fault.SOCKET_BLOCKED).isPresent()) {
            desks.blockSocket(exchange);
            return;
        }
        WebSocketServerHandshaker handshaker =
                new WebSocketServerHandshakerFactory(request.uri(), null, true, 1 << 20).newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                desks.join(exchange);
            }
        });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A browser that goes away in mid-answer is no news; anything else is our own mistake.
        if (!(cause instanceof IOException)) {
            log.warn("connection {} failed", context.channel().id(), cause);
        }
        context.close();
    }
}
