package app.cadeau.livepage;

import java.util.regex.Pattern;

/** Cuts what may be a token or an id out of a text that will be kept. The page's own script has the same rule. */
final class Cut {

    private static final Pattern ID = Pattern.compile("\\d{7,}");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_+/=%~]{28,}");
    private static final Pattern MIXED = Pattern.compile("(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])[A-Za-z0-9]{14,}");

    private Cut() {}

    static String tokens(String text) {
        String shorter = LONG.matcher(text).replaceAll("[token]");
        return ID.matcher(MIXED.matcher(shorter).replaceAll("[token]")).replaceAll("[id]");
    }

    /** True when nothing of the text would be cut. */
    static boolean harmless(String text) {
        return tokens(text).equals(text);
    }
}
