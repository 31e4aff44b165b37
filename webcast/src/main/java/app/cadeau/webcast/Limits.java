package app.cadeau.webcast;

/**
 * What a frame may cost before it is refused. Whatever the bytes, decoding one frame stays under about 128 MiB of short
 * lived memory. Captured gift messages hold 8 KiB and about 150 fields, so the room left is more than a hundredfold.
 */
public final class Limits {

    /** One socket message or HTTP body as it comes, in bytes: 4 MiB. */
    public static final int FRAME_BYTES = 4 << 20;

    /** What a compressed payload may grow to, in bytes: 8 MiB. Reading stops there, so a bomb never unfolds. */
    public static final int UNPACKED_BYTES = 8 << 20;

    /** Messages in one Response. */
    public static final int MESSAGES = 5_000;

    /** Protobuf fields in one frame, unknown ones and those of all its messages included. */
    public static final int FIELDS = 250_000;

    /** Messages or groups inside each other. A name inside a gift's sentence is at 6. */
    public static final int DEPTH = 32;

    /** Gifts in one streak or one frame; beyond it a count is a flipped bit. */
    public static final int GIFTS = 1_000_000;

    private Limits() {}
}
