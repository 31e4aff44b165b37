package app.cadeau.team;

import java.util.Set;
import java.util.regex.Pattern;

/** Passwords of twelve characters and more that are tried first everywhere: repetitions, rows of keys, and a small list. */
final class CommonPasswords {

    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+.{0,3}");
    private static final String ROWS = "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz"
            + " qwertyuiopasdfghjklzxcvbnm azertyuiopqsdfghjklmwxcvbn qwertzuiopasdfghjklyxcvbnm 1q2w3e4r5t6y7u8i9o0p"
            + " 1qaz2wsx3edc4rfv5tgb6yhn7ujm";
    private static final Set<String> WORDS = Set.of(
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

    private CommonPasswords() {}

    /** @param small the password in small letters */
    static boolean hold(String small) {
        var letters = small.replaceAll("[\\d\\p{Punct}\\s]+", "");
        return REPEATED.matcher(small).matches()
                || ROWS.contains(small)
                || WORDS.contains(letters)
                || REPEATED.matcher(letters).matches() && letters.length() >= 8
                || WORDS.stream().anyMatch(word -> letters.equals(word + word));
    }
}
