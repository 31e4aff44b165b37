package app.cadeau.webcast;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts gifts from frames that come out of order, twice, or not at all. A frame that adds covers the interval from
 * repeatCount − increment to repeatCount; a streak's count is its highest end − its lowest start, so lost middle frames
 * cost nothing (live-facts 2.4). An end frame opens no interval; gifts that do not combo count once per message.
 *
 * <p>Memory is bounded: beyond {@code capacity} the streak longest without a frame is forgotten, and so is the oldest
 * message id. A frame of a forgotten streak begins it anew. Not safe for use by several threads.
 */
public final class Streaks {

    private final int capacity;
    private final Map<GiftFrame.Key, Span> spans = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Delivery> delivered = new LinkedHashSet<>();

    /** @param capacity streaks, and message ids, to remember; at least 1 */
    public Streaks(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Streaks remember at least 1, not " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * What one frame changed.
     *
     * @param added gifts that became known by this frame; may be more than its increment when middle frames were lost
     * @param total gifts of the streak so far, or of the message when the gift does not combo
     */
    public record Count(GiftFrame.Key key, int added, int total) {}

    /** Takes a frame in; a repeated message adds 0. */
    public Count add(GiftFrame frame) {
        GiftFrame.Key key = frame.key();
        int before = total(key);
        if (!firstDelivery(frame) || frame.end()) {
            return new Count(key, 0, before);
        }
        if (!key.combo()) {
            return new Count(key, frame.increment(), frame.increment());
        }
        Span seen = new Span(frame.repeatCount() - frame.increment(), frame.repeatCount());
        spans.merge(key, seen, Span::with);
        shrink(spans.keySet());
        return new Count(key, total(key) - before, total(key));
    }

    /** Gifts of a streak so far; 0 when it is unknown or the gift does not combo. */
    public int total(GiftFrame.Key key) {
        Span span = spans.get(key);
        return span == null ? 0 : span.highest - span.lowest;
    }

    private boolean firstDelivery(GiftFrame frame) {
        boolean first = delivered.add(new Delivery(frame.key().room(), frame.msgId()));
        shrink(delivered);
        return first;
    }

    private void shrink(Set<?> oldestFirst) {
        if (oldestFirst.size() > capacity) {
            oldestFirst.remove(oldestFirst.iterator().next());
        }
    }

    private record Delivery(long room, long msgId) {}

    private record Span(int lowest, int highest) {

        Span with(Span other) {
            return new Span(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }
}
