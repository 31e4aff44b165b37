package app.cadeau.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place of a script: a text, a list or named entries, with the line where it stands. Every reading is strict and throws
 * {@link ScriptError}.
 *
 * @param value a String, a {@code List<Entry>} or a {@code Map<String, Entry>}
 */
record Entry(String file, int line, Object value) {

    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,4}):(\\d{2})|(?:(\\d{1,4})m)?(?:(\\d{1,6}(?:\\.\\d{1,3})?)s)?|(\\d{1,6})ms)");

    ScriptError wrong(String what) {
        return new ScriptError(file, line, what);
    }

    /** Named entries, and only these names. */
    Entry named(String... known) {
        for (Map.Entry<String, Entry> one : map().entrySet()) {
            if (!Arrays.asList(known).contains(one.getKey())) {
                throw one.getValue()
                        .wrong("'" + one.getKey() + "' is not known here; use one of " + String.join(", ", known));
            }
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    Map<String, Entry> map() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Entry>) map;
        }
        throw wrong("write named entries here, as in {who: Nour}");
    }

    @SuppressWarnings("unchecked")
    List<Entry> list() {
        if (value instanceof List<?> list) {
            return (List<Entry>) list;
        }
        throw wrong("write a list here, as in [a, b]");
    }

    Optional<Entry> at(String name) {
        return Optional.ofNullable(map().get(name));
    }

    Entry need(String name) {
        return at(name).orElseThrow(() -> wrong("'" + name + "' is missing; write it"));
    }

    String text() {
        if (value instanceof String text && !text.isBlank() && text.length() <= 200) {
            return text;
        }
        throw wrong("write a text of 1 to 200 letters here");
    }

    String text(String name, String otherwise) {
        return at(name).map(Entry::text).orElse(otherwise);
    }

    long whole(long min, long max) {
        try {
            long number = Long.parseLong(text());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as any other number that does not fit.
        }
        throw wrong("'%s' does not fit; write a whole number from %d to %d".formatted(value, min, max));
    }

    long whole(String name, long otherwise, long min, long max) {
        return at(name).map(entry -> entry.whole(min, max)).orElse(otherwise);
    }

    double number(String name, double otherwise, double min, double max) {
        return at(name).map(entry -> entry.number(min, max)).orElse(otherwise);
    }

    private double number(double min, double max) {
        try {
            double number = Double.parseDouble(text());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong("'%s' does not fit; write a number from %s to %s".formatted(value, min, max));
    }

    /** Milliseconds of {@code 1:30}, {@code 90s}, {@code 1m30s}, {@code 250ms} or {@code 90} (seconds). */
    long time(long min, long max) {
        String text = text();
        Matcher found = TIME.matcher(text.matches("\\d{1,6}") ? text + "s" : text);
        if (!found.matches()) {
            throw wrong("'%s' is no time; write 1:30, 90s, 1m30s or 250ms".formatted(text));
        }
        long millis = (part(found, 1) + part(found, 3)) * 60_000
                + part(found, 2) * 1000
                + part(found, 5)
                + (found.group(4) == null ? 0 : Math.round(Double.parseDouble(found.group(4)) * 1000));
        if (millis < min || millis > max) {
            throw wrong("'%s' does not fit; write a time from %ds to %ds".formatted(text, min / 1000, max / 1000));
        }
        return millis;
    }

    private static long part(Matcher found, int group) {
        return found.group(group) == null ? 0 : Long.parseLong(found.group(group));
    }

    long time(String name, long otherwise, long min, long max) {
        return at(name).map(entry -> entry.time(min, max)).orElse(otherwise);
    }

    int seconds(String name, int otherwise, int min, int max) {
        return (int) (time(name, otherwise * 1000L, min * 1000L, max * 1000L) / 1000);
    }

    /** The one of an enum that is called so, in kebab letters. */
    <E extends Enum<E>> E one(Class<E> kind) {
        String text = text();
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> kebab(one).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("'%s' is not known here; use one of %s"
                        .formatted(
                                text,
                                String.join(
                                        ", ",
                                        Arrays.stream(kind.getEnumConstants())
                                                .map(Entry::kebab)
                                                .toList()))));
    }

    static String kebab(Enum<?> one) {
        return one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
