package app.cadeau.livepage;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with a design, key by key; selectors themselves are tried in the page. */
final class DesignCheck {

    static final Set<String> WORDS = Set.of(
            "send",
            "more",
            "next",
            "recharge",
            "coin",
            "balance",
            "badge",
            "challenge",
            "logIn",
            "offAir",
            "ended",
            "combo",
            "tab",
            "locked",
            "barred",
            "recipient",
            "host",
            "guest");

    static final Set<String> SELECTORS = Set.of(
            "more",
            "next",
            "balance",
            "send",
            "tile",
            "panel",
            "chat",
            "dialog",
            "challenge",
            "logIn",
            "notice",
            "elsewhere");

    private static final Set<String> TOP = Set.of("name", "words", "selectors");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int LONGEST = 200;

    private DesignCheck() {}

    /** Names the key, or null when all is well. */
    static @Nullable String wrong(String name, @Nullable JsonNode design) {
        if (design == null || !design.isObject()) {
            return "keys name, words and selectors are wanted";
        }
        String unknown = unknown("", design, TOP);
        if (unknown != null) {
            return unknown;
        }
        if (!name.equals(Json.text(design, "name"))) {
            return "name: it is that of the file, \"" + name + "\"";
        }
        String words = words(design.get("words"));
        return words != null ? words : lists("selectors", design.get("selectors"), SELECTORS);
    }

    private static @Nullable String words(@Nullable JsonNode words) {
        if (words == null) {
            return null;
        }
        if (!words.isObject()) {
            return "words: languages are wanted, such as en:";
        }
        for (Map.Entry<String, JsonNode> language : words.properties()) {
            String at = "words." + language.getKey();
            String wrong = LANGUAGE.matcher(language.getKey()).matches()
                    ? lists(at, language.getValue(), WORDS)
                    : at + ": a language is wanted, such as en";
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String lists(String at, @Nullable JsonNode keys, Set<String> known) {
        if (keys == null) {
            return null;
        }
        if (!keys.isObject()) {
            return at + ": keys with lists are wanted";
        }
        String unknown = unknown(at + ".", keys, known);
        if (unknown != null) {
            return unknown;
        }
        for (Map.Entry<String, JsonNode> key : keys.properties()) {
            if (!isListOfTexts(key.getValue())) {
                return at + "." + key.getKey() + ": a list of texts is wanted, such as [Send]";
            }
        }
        return null;
    }

    private static boolean isListOfTexts(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && list.valueStream()
                        .allMatch(text -> text.isString()
                                && !text.asString().isBlank()
                                && text.asString().length() <= LONGEST);
    }

    private static @Nullable String unknown(String at, JsonNode object, Set<String> known) {
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                return at + key + ": there is no such key; known are " + String.join(", ", new TreeSet<>(known));
            }
        }
        return null;
    }
}
