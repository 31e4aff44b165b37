package app.cadeau.api;

import app.cadeau.live.StreamerName;
import app.cadeau.streamers.Streamer;
import app.cadeau.streamers.Streamers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of favourite streamers. */
@Component
class StreamLines {

    /**
     * @param onAir as last seen; null when nobody looked, or the look could not tell
     * @param seenAt when that was
     * @param viewers of its LIVE, while a page of ours is open there
     */
    record Line(
            String streamer,
            boolean favourite,
            String note,
            Instant addedAt,
            @Nullable Boolean onAir,
            @Nullable Instant seenAt,
            @Nullable Long viewers,
            @Nullable String title) {}

    private final Streamers streamers;

    StreamLines(Streamers streamers) {
        this.streamers = streamers;
    }

    List<Line> all() {
        return streamers.list().stream().map(this::line).toList();
    }

    Optional<Line> of(StreamerName name) {
        return streamers.find(name).map(this::line);
    }

    private Line line(Streamer known) {
        return new Line(
                known.name().toString(),
                true,
                known.note(),
                known.addedAt(),
                known.onAir(),
                known.seenAt(),
                null,
                null);
    }
}
