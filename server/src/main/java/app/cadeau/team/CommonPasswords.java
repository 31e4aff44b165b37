package app.cadeau.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords of twelve characters and more that are tried first everywhere: repetitions, rows of keys, and the commonest
 * ones, as they are, doubled, or with digits and signs about them.
 */
final class CommonPasswords {

    private static final int LEAST_WORD = 4;
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+.{0,3}");
    private static final String ROWS = "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz"
            + " qwertyuiopasdfghjklzxcvbnm azertyuiopqsdfghjklmwxcvbn qwertzuiopasdfghjklyxcvbnm 1q2w3e4r5t6y7u8i9o0p"
            + " 1qaz2wsx3edc4rfv5tgb6yhn7ujm";
    /** Besides those of the list: of these pages, and French ones. */
    private static final Set<String> OURS = Set.of(
            "password",
            "passw0rd",
            "motdepasse",
            "letmein",
            "welcome",
            "bienvenue",
            "iloveyou",
            "jetaime",
            "admin",
            "administrator",
            "qwerty",
            "azerty",
            "cadeau",
            "tiktok",
            "dragon",
            "monkey",
            "football",
            "baseball",
            "superman",
            "batman",
            "princess",
            "princesse",
            "sunshine",
            "soleil",
            "starwars",
            "pokemon",
            "changeme",
            "default",
            "secret",
            "trustno",
            "whatever",
            "master",
            "shadow",
            "michael",
            "charlie",
            "chocolat",
            "chocolate",
            "correcthorsebatterystaple",
            "loulou",
            "doudou",
            "marseille",
            "minecraft");

    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    private static Set<String> read() {
        try (var in = new ClassPathResource("passwords/common.txt").getInputStream()) {
            var words = new HashSet<>(OURS);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(words::add);
            return Set.copyOf(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param small the password in small letters */
    static boolean hold(String small) {
        var letters = small.replaceAll("[\\d\\p{Punct}\\s]+", "");
        return REPEATED.matcher(small).matches()
                || ROWS.contains(small)
                || WORDS.contains(small)
                || letters.length() >= LEAST_WORD && WORDS.contains(letters)
                || REPEATED.matcher(letters).matches() && letters.length() >= 2 * LEAST_WORD
                || doubled(letters);
    }

    private static boolean doubled(String letters) {
        var half = letters.length() / 2;
        return half >= LEAST_WORD
                && letters.endsWith(letters.substring(0, half))
                && WORDS.contains(letters.substring(0, half))
                && letters.length() % 2 == 0;
    }
}
