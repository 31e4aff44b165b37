package app.cadeau.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** The WebSocket {@code /api/live}. Its Origin is checked by who stands in front of everything, as for every other call. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveSocket implements WebSocketConfigurer {

    private final LiveReaders readers;
    private final LiveDoor door;

    LiveSocket(LiveReaders readers, LiveDoor door) {
        this.readers = readers;
        this.door = door;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(readers, "/api/live").addInterceptors(door).setAllowedOriginPatterns("*");
    }
}
