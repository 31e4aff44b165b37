package app.cadeau.simulator;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Class names of a page: {@code c-Name} in the sources, {@code css-hash-Name}, {@code tiktok-hash-Name} or a hash alone where
 * it is served. Every file of one page is dressed alike; which dress it is stands in the file's address.
 */
record Dress(long seed, Skin skin, long shape) {

    private static final Pattern CLASS = Pattern.compile("\\bc-([A-Z]\\w*)");

    /** The dress of the page whose files lie below this folder; a folder that is none of ours is the usual one. */
    static Dress of(String folder, long seed) {
        String[] parts = folder.split("_", 3);
        Skin skin = parts.length < 3 ? Skin.CURRENT : Skin.named(parts[1]).orElse(Skin.CURRENT);
        return new Dress(seed, skin, parts.length < 3 ? 0 : number(parts[2]));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Differs whenever a file would: what a browser kept must never meet another seed's page. */
    String folder() {
        return Ids.text("static", Long.toString(seed), 10) + "_" + skin.told() + "_" + shape;
    }

    String on(String source) {
        String dressed = CLASS.matcher(source).replaceAll(found -> className(found.group(1)));
        return skin == Skin.SHUFFLED ? withoutTestNames(dressed) : dressed;
    }

    private String className(String name) {
        String key = "class" + seed;
        return switch (skin) {
            case CURRENT -> "css-" + Ids.text(key, name, 7) + "-" + name;
            case OF_2022 -> "tiktok-" + Ids.text(key, name, 6) + "-" + name;
            // No name is left, and not all hashes are of one length.
            case SHUFFLED ->
                (shape % 2 == 0 ? "x" : "_")
                        + Ids.text(key + "-" + shape, name, 16).substring(4, 9 + (int) Math.floorMod(shape, 4));
        };
    }

    /** Every third shape has the platform's data-e2e names; the others have names that say nothing. */
    private String withoutTestNames(String source) {
        if (Math.floorMod(shape, 3) == 0) {
            return source;
        }
        String other = Ids.text("attribute", Long.toString(shape), 3).toLowerCase(Locale.ROOT);
        return source.replace("dataset.e2e", "dataset.q" + other).replace("data-e2e", "data-q" + other);
    }
}
