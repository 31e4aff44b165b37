package app.cadeau.api;

import app.cadeau.team.Sessions;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Lets readers into the WebSocket: by token or ticket, while there is room, and from where they left off. */
@Component
class LiveDoor implements HandshakeInterceptor {

    static final String AFTER = "after";
    static final String CALLER = "caller";

    private final Tickets tickets;
    private final LiveReaders readers;
    private final Sessions sessions;
    private final JsonMapper json;

    LiveDoor(Tickets tickets, LiveReaders readers, Sessions sessions, JsonMapper json) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.readers = readers;
        this.json = json;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var asked = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
        var after = asked.getFirst("after");
        if (after != null && !after.matches("\\d{1,16}")) {
            return refuse(response, HttpStatus.BAD_REQUEST, "BAD_FIELD", "after: the id of a message is wanted");
        }
        if (readers.full()) {
            response.getHeaders().set("Retry-After", "5");
            return refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_READERS", "Too many watch already.");
        }
        var caller = caller(request, asked.getFirst("ticket"));
        if (caller == null) {
            return refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "LOGIN_NEEDED",
                    "Bring the token, or a ticket of POST /api/live/ticket; a ticket works once, for 30 s.");
        }
        attributes.put(CALLER, caller);
        if (after != null) {
            attributes.put(AFTER, Long.valueOf(after));
        }
        return true;
    }

    private @Nullable Caller caller(ServerHttpRequest request, @Nullable String ticket) {
        if (ticket != null) {
            return tickets.redeem(ticket).filter(this::logsIn).orElse(null);
        }
        var known = request instanceof ServletServerHttpRequest call ? Caller.of(call.getServletRequest()) : null;
        return known != null && known.way() != Caller.Way.COOKIE ? known : null;
    }

    /** A ticket may have outlived the session that asked for it. */
    private boolean logsIn(Caller caller) {
        return caller.session() == null || sessions.goesOn(caller.session().id());
    }

    private boolean refuse(ServerHttpResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        json.writeValue(response.getBody(), Problems.detail(status, code, Problems.Spent.NO, sentence));
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failed) {}
}
