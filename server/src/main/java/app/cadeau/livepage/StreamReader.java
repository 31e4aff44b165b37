package app.cadeau.livepage;

import app.cadeau.live.LiveEvent;
import app.cadeau.live.LiveFrames;
import app.cadeau.live.LiveReading;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what the stream of one page tells to whoever wants it. What cannot be read is counted and said, not thrown. */
final class StreamReader {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final int SAID = 20;

    private final LiveFrames frames = new LiveFrames();
    private final Consumer<LiveEvent> events;
    private final Consumer<List<LiveEvent>> sightings;

    StreamReader(Consumer<LiveEvent> events, Consumer<List<LiveEvent>> sightings) {
        this.events = events;
        this.sightings = sightings;
    }

    /** One binary message of the socket. */
    void frame(byte[] message) {
        tell(frames.socketMessage(message));
    }

    /** The body of one answer to the polling call. */
    void fetched(byte[] body) {
        tell(frames.fetched(body));
    }

    private void tell(LiveReading reading) {
        List<String> unread = reading.unread();
        if (!unread.isEmpty() && frames.unreadSoFar() <= SAID) {
            LOG.warn("unread in the stream of a LIVE: {}", unread);
        }
        if (reading.closeReason() != null) {
            LOG.info("the platform ends a stream: {}", reading.closeReason());
        }
        reading.events().forEach(events); // evidence first
        sightings.accept(reading.events());
    }
}
