package app.cadeau.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key} of the IETF draft, and what an order is told apart by. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    // A structured-field string, or the bare text that many clients send.
    private static final Pattern SHAPE = Pattern.compile("\"?([!#-\\[\\]-~]{1,200})\"?");

    private IdempotencyKey() {}

    /** Null when there is none. */
    static @Nullable String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        var shape = SHAPE.matcher(header.strip());
        if (!shape.matches()) {
            throw new BadField(HEADER, "1 to 200 visible ASCII characters are wanted");
        }
        return shape.group(1);
    }

    static String hash(String canonical) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
