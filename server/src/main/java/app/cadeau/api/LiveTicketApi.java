package app.cadeau.api;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/live/ticket}: one way into the WebSocket, for a page. */
@RestController
class LiveTicketApi {

    record Ticket(String ticket) {}

    private final Tickets tickets;

    LiveTicketApi(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/api/live/ticket")
    Ticket ticket(Caller caller) {
        return new Ticket(tickets.of(caller));
    }
}
