package app.cadeau.api;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/live/ticket}: one way into the WebSocket, for a page. */
@RestController
class LiveTicketApi {

    private final Tickets tickets;

    LiveTicketApi(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/api/live/ticket")
    Map<String, String> ticket(Caller caller) {
        return Map.of("ticket", tickets.of(caller));
    }
}
