package app.cadeau.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of a request, read field by field; whatever it should not hold is an error that names the field. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    static Body read(@Nullable String text, Set<String> known) {
        var object = parse(text == null || text.isBlank() ? "{}" : text);
        if (!object.isObject()) {
            throw new BadField("body", "a JSON object is wanted");
        }
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new BadField(name, "there is no such field; known are " + String.join(", ", known));
            }
        }
        return new Body(object);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new BadField("body", "this is not JSON, or names a field twice" + where);
        }
    }

    private @Nullable JsonNode value(String field) {
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String field) {
        var value = value(field);
        if (value != null && !value.isString()) {
            throw new BadField(field, "a text is wanted");
        }
        return value == null ? null : value.stringValue();
    }

    String requiredText(String field) {
        return required(field, text(field));
    }

    /** A text, or a whole number as its digits. */
    String requiredTextOrNumber(String field) {
        var value = value(field);
        return value != null && value.isIntegralNumber() ? value.asString() : requiredText(field);
    }

    @Nullable
    Long whole(String field) {
        var value = value(field);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw new BadField(field, "a whole number is wanted");
        }
        return value == null ? null : value.longValue();
    }

    int requiredInt(String field) {
        var value = required(field, whole(field));
        if (value != value.intValue()) {
            throw new BadField(field, value + " is too large");
        }
        return value.intValue();
    }

    @Nullable
    BigDecimal decimal(String field) {
        var value = value(field);
        if (value != null && !value.isNumber()) {
            throw new BadField(field, "a number is wanted");
        }
        return value == null ? null : value.decimalValue();
    }

    @Nullable
    Boolean flag(String field) {
        var value = value(field);
        if (value != null && !value.isBoolean()) {
            throw new BadField(field, "true or false is wanted");
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable
    Instant time(String field) {
        var text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new BadField(field, "a time like 2026-11-22T20:00:00Z is wanted");
        }
    }

    /** Turns a text into one of our words; what that word refuses is an error of the field. */
    <T> @Nullable T word(String field, Function<String, T> word) {
        var text = text(field);
        return text == null ? null : read(field, text, word);
    }

    <T> T requiredWord(String field, Function<String, T> word) {
        return read(field, requiredText(field), word);
    }

    boolean has(String field) {
        return value(field) != null;
    }

    /** A list of texts, each one of our words. */
    <T> List<T> requiredWords(String field, Function<String, T> word) {
        var list = required(field, value(field));
        if (!list.isArray()) {
            throw new BadField(field, "a list of texts is wanted");
        }
        var words = new ArrayList<T>();
        for (var each : list) {
            if (!each.isString()) {
                throw new BadField(field, "a list of texts is wanted");
            }
            words.add(read(field, each.stringValue(), word));
        }
        return words;
    }

    static <T> T read(String field, String text, Function<String, T> word) {
        try {
            return word.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new BadField(field, String.valueOf(refused.getMessage()));
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new BadField(field, "this field is needed");
        }
        return value;
    }

    /** The same text for the same fields, whatever their order and spacing. */
    String canonical(String... without) {
        var fields = new TreeMap<String, String>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                fields.put(entry.getKey(), entry.getValue().toString());
            }
        });
        for (var name : without) {
            fields.remove(name);
        }
        return fields.toString();
    }
}
