package app.cadeau.api;

import app.cadeau.live.StreamerName;
import app.cadeau.sends.Looked;
import app.cadeau.sends.Reason;
import app.cadeau.sends.Sends;
import app.cadeau.streamers.Streamer;
import app.cadeau.streamers.Streamers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks whether streamers are on air, politely: by opening the LIVE as the dry run does, at most four times a minute in all,
 * one after the other, and never again within a minute. Presses nothing.
 */
@Component
class OnAirChecks {

    private static final Logger log = LoggerFactory.getLogger(OnAirChecks.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 4;

    /** What came of asking. */
    enum Outcome {
        LOOKED,
        /** It was looked at within the last minute: that answer stands. */
        STILL_GOOD,
        /** Too many looks in this minute. */
        LATER,
        /** Nobody may look, or could: see the sentence. */
        NOT_SEEN
    }

    record Result(Outcome outcome, String sentence) {}

    private final Streamers streamers;
    private final Sends sends;
    private final Target target;
    private final InstantSource clock;
    private final Deque<Instant> looks = new ArrayDeque<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    OnAirChecks(Streamers streamers, Sends sends, Target target, InstantSource clock) {
        this.streamers = streamers;
        this.sends = sends;
        this.target = target;
        this.clock = clock;
    }

    /** Looks now, if that is polite. */
    Result check(Streamer known) {
        if (fresh(known)) {
            return new Result(Outcome.STILL_GOOD, "It was looked at " + known.seenAt() + ".");
        }
        if (target.needsConsent()) {
            return new Result(Outcome.NOT_SEEN, target.consentSentence());
        }
        return mayLook()
                ? look(known.name())
                : new Result(Outcome.LATER, "Four looks a minute are enough; try again soon.");
    }

    /** Looks at the favourite that nobody has looked at for the longest, beside the caller; one at a time. */
    void refreshOldest() {
        var oldest = streamers.list().stream()
                .filter(known -> !fresh(known))
                .min(Comparator.comparing(
                        known -> Optional.ofNullable(known.seenAt()).orElse(Instant.MIN)));
        if (oldest.isEmpty() || target.needsConsent() || !busy.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("on-air").start(() -> {
            try {
                check(oldest.get());
            } catch (RuntimeException failed) {
                log.warn("{} could not be looked at", oldest.get().name(), failed);
            } finally {
                busy.set(false);
            }
        });
    }

    private boolean fresh(Streamer known) {
        return known.seenAt() != null && clock.instant().isBefore(known.seenAt().plus(GOOD_FOR));
    }

    private synchronized boolean mayLook() {
        var now = clock.instant();
        while (!looks.isEmpty() && looks.peek().isBefore(now.minus(A_MINUTE))) {
            looks.remove();
        }
        return looks.size() < MOST_A_MINUTE && looks.add(now);
    }

    private Result look(StreamerName name) {
        return switch (sends.look(name, null)) {
            case Looked.OnAir onAir -> seen(name, true, name + " is on air.");
            case Looked.NotSeen(var reason) ->
                reason.saysOffAir() ? seen(name, false, reason.sentence()) : notSeen(name, reason);
        };
    }

    private Result seen(StreamerName name, @Nullable Boolean onAir, String sentence) {
        streamers.seen(name, onAir, clock.instant());
        return new Result(Outcome.LOOKED, sentence);
    }

    private Result notSeen(StreamerName name, Reason reason) {
        streamers.seen(name, null, clock.instant());
        return new Result(Outcome.NOT_SEEN, reason.sentence());
    }
}
