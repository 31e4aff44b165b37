package app.cadeau.simulator;

import java.time.Clock;
import java.util.function.BiFunction;

/** The stream for who has no socket: im/fetch and its two sisters, as protobuf. */
final class PollDesk {

    private final Lives lives;
    private final Stream stream;
    private final Faults faults;
    private final Clock clock;

    PollDesk(Lives lives, Stream stream, Faults faults, Clock clock) {
        this.lives = lives;
        this.stream = stream;
        this.faults = faults;
        this.clock = clock;
    }

    void open(Desks desks) {
        desks.at("/webcast/im/fetch/", answering((live, exchange) -> stream.since(live, cursor(exchange))))
                .at("/webcast/im/fetch/preview/", answering((live, _) -> stream.since(live, "")))
                .at("/webcast/im/fetch/history/", answering((live, _) -> stream.history(live)));
    }

    private static String cursor(Exchange exchange) {
        String cursor = exchange.query("cursor");
        return cursor == null ? "" : cursor;
    }

    private java.util.function.Consumer<Exchange> answering(BiFunction<Live, Exchange, byte[]> body) {
        return exchange -> lives.byRoom(exchange.number("room_id", 0))
                .ifPresentOrElse(
                        live -> reply(exchange, body.apply(live, exchange)),
                        () -> exchange.json(404, Prompts.refusal(Till.NO_LIVE, clock.millis())));
    }

    private void reply(Exchange exchange, byte[] body) {
        if (faults.strikes(Fault.POLL_HTTP_500).isPresent()) {
            exchange.json(500, Prompts.refusal(5, clock.millis()));
        } else {
            exchange.reply(200, "application/x-protobuf", body, false);
        }
    }
}
