package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/** Told what the page's own calls said. On the engine's thread. */
interface TapListener {

    void answered(String key, int httpStatus, GiftAnswer answer, boolean sameConnection);

    void answerLost(String key, String why);

    /** The whole body of one of the other calls. */
    void told(CallPath call, byte[] body);

    /** One of the other calls came to nothing. */
    void failed(CallPath call);

    /** A call named the room, or did not. */
    void room(@Nullable String roomId);

    /** A socket of the LIVE stream has opened, or the last one has closed. */
    void listens(boolean open);

    /** A binary message of the LIVE stream. */
    void frame(byte[] message);
}
