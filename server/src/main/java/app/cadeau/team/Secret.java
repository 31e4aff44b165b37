package app.cadeau.team;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Texts that nobody can guess. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** @param bytes of chance; 32 for what opens something, 16 for a name */
    static String random(int bytes) {
        var made = new byte[bytes];
        RANDOM.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }

    /** Of a text with 256 bits of chance in it, a plain hash tells nothing. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
