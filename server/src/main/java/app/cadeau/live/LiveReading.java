package app.cadeau.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one frame of the stream told.
 *
 * @param events news in the frame's order, without what was delivered before and without history
 * @param unread why the frame, or messages in it, could not be read: one reason each
 * @param closeReason the platform says that it will send no more, "" when it gives no reason; null when it says no such thing
 */
public record LiveReading(
        List<LiveEvent> events,
        List<String> unread,
        @Nullable String closeReason) {

    public LiveReading {
        events = List.copyOf(events);
        unread = List.copyOf(unread);
    }

    static LiveReading unread(String reason) {
        return new LiveReading(List.of(), List.of(reason), null);
    }

    static LiveReading closed(String reason) {
        return new LiveReading(List.of(), List.of(), reason);
    }

    static LiveReading nothing() {
        return new LiveReading(List.of(), List.of(), null);
    }
}
