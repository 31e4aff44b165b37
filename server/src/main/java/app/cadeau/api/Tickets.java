package app.cadeau.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tickets for the WebSocket, which a browser cannot open with a header: each lets one caller in, once, for a short time.
 * Kept as hashes only.
 */
@Component
class Tickets {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    private record Stub(Caller caller, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Stub> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stub> eldest) {
            return size() > MOST;
        }
    };

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String of(Caller caller) {
        var ticket = Secrets.random();
        open.put(IdempotencyKey.hash(ticket), new Stub(caller, clock.instant().plus(GOOD_FOR)));
        return ticket;
    }

    /** Who comes with this ticket; it is used up. */
    synchronized Optional<Caller> redeem(String ticket) {
        return Optional.ofNullable(open.remove(IdempotencyKey.hash(ticket)))
                .filter(stub -> clock.instant().isBefore(stub.until()))
                .map(Stub::caller);
    }
}
