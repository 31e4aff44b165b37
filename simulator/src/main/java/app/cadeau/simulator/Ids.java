package app.cadeau.simulator;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Ids as the platform's: 19 digits, past what a JavaScript number holds exactly, so that a careless reader is found out. */
final class Ids {

    private final AtomicLong next;

    Ids(long startMillis) {
        // Odd steps in the low digits, so that rounding to a double always loses something.
        next = new AtomicLong(7_300_000_000_000_000_001L + startMillis % 100_000_000_000L * 1_000_000L);
    }

    long next() {
        return next.addAndGet(3);
    }

    /** The same name always has the same id. */
    static long of(String kind, String name) {
        CRC32 crc = new CRC32();
        crc.update((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
        return 6_900_000_000_000_000_003L + crc.getValue() * 10_007L;
    }

    /** A stable text of letters and digits, as the platform's secUid and class hashes are. */
    static String text(String kind, String name, int length) {
        StringBuilder text = new StringBuilder();
        for (int part = 0; text.length() < length; part++) {
            text.append(Long.toString(of(kind + part, name), 36).substring(2));
        }
        return text.substring(0, length);
    }
}
