package app.cadeau.livepage;

import app.cadeau.live.LiveEvent;
import java.util.List;

/** Reads the LIVE stream of one page: bytes in, what they tell out, repeated messages left out. */
interface StreamReader {

    /** Hears nothing: for pages that are opened for something else. */
    StreamReader DEAF = new StreamReader() {
        @Override
        public List<LiveEvent> frame(byte[] message) {
            return List.of();
        }

        @Override
        public List<LiveEvent> fetched(byte[] body) {
            return List.of();
        }
    };

    /** One binary message of the socket. */
    List<LiveEvent> frame(byte[] message);

    /** The body of one answer to the polling call. */
    List<LiveEvent> fetched(byte[] body);
}
