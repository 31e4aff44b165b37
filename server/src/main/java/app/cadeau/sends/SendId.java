package app.cadeau.sends;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a send: a ULID, 26 characters that sort by the time at which it was asked for. */
public record SendId(@JsonValue String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    @JsonCreator
    public SendId {
        if (!fits(text)) {
            throw new IllegalArgumentException("a send id has 26 characters like 01J…, unlike \"" + text + "\"");
        }
    }

    static boolean fits(String text) {
        return SHAPE.matcher(text).matches();
    }

    static SendId next(InstantSource clock, RandomGenerator random) {
        var id = new StringBuilder(26);
        encode(id, clock.millis(), 10);
        encode(id, random.nextLong() & 0xFF_FFFF_FFFFL, 8);
        encode(id, random.nextLong() & 0xFF_FFFF_FFFFL, 8);
        return new SendId(id.toString());
    }

    private static void encode(StringBuilder into, long bits, int characters) {
        for (int shift = 5 * (characters - 1); shift >= 0; shift -= 5) {
            into.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
