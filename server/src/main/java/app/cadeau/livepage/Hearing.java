package app.cadeau.livepage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whether a page still hears its stream: a socket is open, or a poll was answered a moment ago. */
final class Hearing {

    /** Pages poll about once a second. */
    private static final Duration POLL_COUNTS_FOR = Duration.ofSeconds(10);

    private final InstantSource clock;
    private volatile boolean socket;
    private volatile @Nullable Instant polled;

    Hearing(InstantSource clock) {
        this.clock = clock;
    }

    void socket(boolean open) {
        socket = open;
    }

    void polled() {
        polled = clock.instant();
    }

    void pollFailed() {
        polled = null;
    }

    @Nullable
    String way() {
        Instant last = polled;
        if (socket) {
            return "socket";
        }
        return last != null && clock.instant().isBefore(last.plus(POLL_COUNTS_FOR)) ? "polling" : null;
    }
}
