package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private Instant now = Instant.parse("2026-11-26T20:00:00Z");
    private final Tickets tickets = new Tickets(() -> now);

    @Test
    void aTicketLetsItsCallerInOnce() {
        var ticket = tickets.of(Caller.OWNER);
        assertThat(tickets.redeem(ticket)).contains(Caller.OWNER);
        assertThat(tickets.redeem(ticket)).isEmpty();
        assertThat(tickets.redeem("made up")).isEmpty();
    }

    @Test
    void aTicketIsGoodForHalfAMinute() {
        var ticket = tickets.of(Caller.OWNER);
        now = now.plusSeconds(30);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }
}
