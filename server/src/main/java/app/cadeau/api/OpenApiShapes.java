package app.cadeau.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shapes of answers and examples of them, read from the records that are answered. */
final class OpenApiShapes {

    private static final String TIME = "2026-11-22T20:00:00Z";

    private final OpenApiTexts texts;
    private final Map<String, Object> schemas = new TreeMap<>();

    OpenApiShapes(OpenApiTexts texts) {
        this.texts = texts;
    }

    /** All records that were met, by name. */
    Map<String, Object> schemas() {
        return schemas;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return ordered("type", "array", "items", of(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> kind)) {
            throw new IllegalStateException("no shape is known of " + type);
        }
        if (kind.isRecord() && value(kind) == null) {
            return record(kind);
        }
        return plain(kind);
    }

    private static Map<String, Object> plain(Class<?> kind) {
        if (kind.isEnum()) {
            return ordered("type", "string", "enum", words(kind));
        }
        if (kind.isRecord() || kind == String.class) {
            return Map.of("type", "string");
        }
        if (kind == Instant.class || kind == LocalDate.class) {
            return ordered("type", "string", "format", kind == Instant.class ? "date-time" : "date");
        }
        if (kind == int.class || kind == Integer.class) {
            return ordered("type", "integer", "format", "int32");
        }
        if (kind == long.class || kind == Long.class) {
            return ordered("type", "integer", "format", "int64");
        }
        if (kind == double.class || kind == Double.class) {
            return Map.of("type", "number");
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return Map.of("type", "boolean");
        }
        throw new IllegalStateException("no shape is known of " + kind);
    }

    private Map<String, Object> record(Class<?> kind) {
        var name = name(kind);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            var fields = new LinkedHashMap<String, Object>();
            var schema = ordered("type", "object", "properties", fields);
            for (var component : kind.getRecordComponents()) {
                field(component, fields, schema);
            }
            schema.put("required", List.copyOf(fields.keySet()));
            schemas.put(name, schema);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private void field(RecordComponent component, Map<String, Object> fields, Map<String, Object> schema) {
        if (marked(component, JsonAnyGetter.class)) {
            schema.put("additionalProperties", true);
        } else if (marked(component, JsonUnwrapped.class)) {
            for (var inner : component.getType().getRecordComponents()) {
                field(inner, fields, schema);
            }
        } else {
            var shape = of(component.getGenericType());
            fields.put(component.getName(), said(component, nullable(component) ? orNull(shape) : shape));
        }
    }

    private Map<String, Object> said(RecordComponent component, Map<String, Object> shape) {
        var text = texts.field(name(component.getDeclaringRecord()), component.getName());
        if (text == null) {
            return shape;
        }
        var told = ordered("description", text);
        told.putAll(shape);
        return told;
    }

    private static Map<String, Object> orNull(Map<String, Object> shape) {
        if (shape.get("type") instanceof String type) {
            var wider = new LinkedHashMap<String, Object>(shape);
            wider.put("type", List.of(type, "null"));
            if (shape.get("enum") instanceof List<?> words) {
                var all = new ArrayList<Object>(words);
                all.add(null);
                wider.put("enum", all);
            }
            return wider;
        }
        return Map.of("anyOf", List.of(shape, Map.of("type", "null")));
    }

    /** {@code Receipt}, {@code Receipt.GiftLine}. */
    private static String name(Class<?> kind) {
        var outer = kind.getEnclosingClass();
        return outer == null ? kind.getSimpleName() : outer.getSimpleName() + "." + kind.getSimpleName();
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean marked(RecordComponent component, Class<? extends java.lang.annotation.Annotation> mark) {
        return component.getAccessor().isAnnotationPresent(mark);
    }

    /** What stands for the whole of a value in JSON, or null when all its fields do. */
    private static @Nullable AnnotatedElement value(Class<?> kind) {
        return Arrays.stream(kind.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst()
                .orElse(null);
    }

    private static List<String> words(Class<?> kind) {
        var low = value(kind) != null;
        return Arrays.stream(kind.getEnumConstants())
                .map(word -> low ? ((Enum<?>) word).name().toLowerCase(java.util.Locale.ROOT) : ((Enum<?>) word).name())
                .toList();
    }

    Object example(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(example(list.getActualTypeArguments()[0]));
        }
        var kind = (Class<?>) type;
        if (kind.isRecord() && value(kind) == null) {
            var fields = new LinkedHashMap<String, Object>();
            for (var component : kind.getRecordComponents()) {
                exampleOf(component, fields);
            }
            return fields;
        }
        return plainExample(kind, null);
    }

    private void exampleOf(RecordComponent component, Map<String, Object> fields) {
        var name = component.getName();
        var ours = name(component.getDeclaringRecord()) + "." + name;
        var key = texts.hasExample(ours) ? ours : name;
        var given = texts.example(key);
        if (marked(component, JsonUnwrapped.class)) {
            for (var inner : component.getType().getRecordComponents()) {
                exampleOf(inner, fields);
            }
        } else if (nullable(component) && texts.hasExample(key) && given == null) {
            fields.put(name, null);
        } else if (!marked(component, JsonAnyGetter.class)) {
            var type = component.getGenericType();
            fields.put(
                    name,
                    type instanceof Class<?> kind && (!kind.isRecord() || value(kind) != null)
                            ? plainExample(kind, given)
                            : example(type));
        }
    }

    private static Object plainExample(Class<?> kind, @Nullable Object given) {
        if (kind.isEnum()) {
            var words = words(kind);
            return given instanceof String word && words.contains(word) ? word : words.getFirst();
        }
        if (kind == Instant.class) {
            return given instanceof String ? given : TIME;
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return true;
        }
        if (kind == String.class || kind.isRecord() || kind == LocalDate.class) {
            return given instanceof String ? given : "…";
        }
        return given instanceof Number ? given : kind == double.class || kind == Double.class ? (Object) 1.0 : 1;
    }

    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at].toString(), pairs[at + 1]);
        }
        return map;
    }
}
