package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that others wrote: read with whole numbers kept exact, however large, and with nothing taken for granted. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Null when it is no JSON. */
    static @Nullable JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            return null;
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The first of these fields that holds a text or a number, as text; an empty text and 0 are nothing. */
    static @Nullable String id(@Nullable JsonNode from, String... names) {
        for (String name : names) {
            JsonNode value = from == null ? null : from.get(name);
            if (value != null && (value.isString() || value.isIntegralNumber())) {
                String text = value.asString();
                if (!text.isEmpty() && !text.equals("0")) {
                    return text;
                }
            }
        }
        return null;
    }

    /** A whole number written as a number or as text, or null. */
    static @Nullable Long whole(@Nullable JsonNode from, String name) {
        JsonNode value = from == null ? null : from.get(name);
        if (value == null || !(value.isIntegralNumber() || value.isString())) {
            return null;
        }
        try {
            return Long.valueOf(value.asString());
        } catch (NumberFormatException other) {
            return null;
        }
    }

    static @Nullable String text(@Nullable JsonNode from, String... names) {
        for (String name : names) {
            JsonNode value = from == null ? null : from.get(name);
            if (value != null && value.isString() && !value.asString().isBlank()) {
                return value.asString();
            }
        }
        return null;
    }

    static @Nullable JsonNode at(@Nullable JsonNode from, String... path) {
        JsonNode now = from;
        for (String name : path) {
            now = now == null ? null : now.get(name);
        }
        return now;
    }
}
