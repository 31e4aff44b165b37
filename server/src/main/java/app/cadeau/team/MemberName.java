package app.cadeau.team;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a member is called: up to 40 letters, digits, dots, dashes; in small letters, so that two never look alike by case. */
public record MemberName(String text) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    /** Who has the token of the home. No member can be called so. */
    public static final MemberName OWNER = new MemberName("owner");

    public MemberName {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a name has 1 to 40 letters, digits, dots, dashes or underscores");
        }
    }

    public boolean isOwner() {
        return equals(OWNER);
    }

    @Override
    public String toString() {
        return text;
    }
}
