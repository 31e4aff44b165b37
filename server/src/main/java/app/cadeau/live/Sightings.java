package app.cadeau.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true on air now, as the streams of our open pages tell. In memory only and forgotten at the first gap: an old
 * multiplier would spend on a window that is closed. Safe for use by several threads.
 */
public final class Sightings {

    /** A page hears heartbeats at least each 10 s; who heard nothing for so long may have missed something. */
    static final Duration GAP = Duration.ofSeconds(30);

    private static final int MOST_LIVES = 500;
    private static final Comparator<Multiplier> SUREST_FIRST = Comparator.comparing(Multiplier::confidence)
            .thenComparing(Comparator.comparingInt(Multiplier::value).reversed());

    /** One LIVE as far as it is heard. */
    private static final class Heard {
        MatchHeard match = new MatchHeard();
        Instant at = Instant.MIN;

        @Nullable
        String host;
    }

    private final InstantSource clock;
    private final Map<StreamerName, Heard> lives = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamerName, Heard> eldest) {
            return size() > MOST_LIVES;
        }
    };

    public Sightings(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A page on this streamer's LIVE heard something, if only a heartbeat.
     *
     * @param host the streamer's id, where the page knows it
     */
    public synchronized void heard(StreamerName streamer, @Nullable String host, List<LiveEvent> events) {
        var now = clock.instant();
        var live = lives.computeIfAbsent(streamer, none -> new Heard());
        if (stale(live, now)) {
            live.match = new MatchHeard();
        }
        live.at = now;
        live.host = host == null ? live.host : host;
        for (var event : events) {
            if (event instanceof MatchEvent match) {
                live.match.heard(match, now);
            }
        }
    }

    private static boolean stale(Heard live, Instant now) {
        return live.at.equals(Instant.MIN) || now.isAfter(live.at.plus(GAP));
    }

    /** What counts now: the surest that is open, then the highest. Whether two at once multiply, nobody knows. */
    public synchronized Multiplier multiplier(StreamerName streamer) {
        var now = clock.instant();
        var live = lives.get(streamer);
        if (live == null || stale(live, now)) {
            return Multiplier.none(null);
        }
        return live.match
                .windows(live.host)
                .filter(window -> window.open(now))
                .min(SUREST_FIRST)
                .orElseGet(() -> Multiplier.none(live.match.known()));
    }

    /** The next that is known to come. */
    public synchronized Optional<Multiplier> next(StreamerName streamer) {
        var now = clock.instant();
        var live = lives.get(streamer);
        if (live == null || stale(live, now)) {
            return Optional.empty();
        }
        return live.match
                .windows(live.host)
                .filter(window -> window.comes(now))
                .min(Comparator.comparing(window -> window.from() == null ? Instant.MAX : window.from()));
    }

    /** Whose LIVEs were heard lately enough to say anything of them. */
    public synchronized Set<StreamerName> streamers() {
        return Set.copyOf(lives.keySet());
    }
}
