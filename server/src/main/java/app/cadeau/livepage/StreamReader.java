package app.cadeau.livepage;

import app.cadeau.live.LiveEvent;
import java.util.List;

/** Reads the LIVE stream of one page: bytes in, what they tell out, repeated messages left out. */
interface StreamReader {

    /** One binary message of the socket. */
    List<LiveEvent> frame(byte[] message);

    /** The body of one answer to the polling call. */
    List<LiveEvent> fetched(byte[] body);
}
