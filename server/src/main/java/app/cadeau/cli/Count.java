package app.cadeau.cli;

import java.text.NumberFormat;
import java.util.Locale;

/** How many of a thing, in words: 1 gift, 2 gifts, 1,000 coins. */
final class Count {

    private Count() {}

    static String of(long many, String thing) {
        var end = many == 1 ? "" : thing.endsWith("s") ? "es" : "s";
        return of(many) + " " + thing + end;
    }

    static String of(long many) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(many);
    }
}
