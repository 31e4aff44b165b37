package app.cadeau.streamers;

import app.cadeau.live.StreamerName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A favourite streamer, and whether they were on air when somebody last looked.
 *
 * @param note of whoever added them, or ""
 * @param onAir null when nobody looked, or the look could not tell
 * @param seenAt when that was seen
 */
public record Streamer(
        StreamerName name,
        String note,
        Instant addedAt,
        @Nullable Boolean onAir,
        @Nullable Instant seenAt) {}
