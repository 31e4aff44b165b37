package app.cadeau.api;

import static app.cadeau.api.OpenApiShapes.ordered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads "type! text" of the texts: what goes into a call. */
final class OpenApiFields {

    private OpenApiFields() {}

    private static String type(String said) {
        return said.split(" ", 2)[0].replace("!", "");
    }

    static boolean needed(String said) {
        return said.split(" ", 2)[0].endsWith("!");
    }

    static String text(String said) {
        var parts = said.split(" ", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    static Map<String, Object> shape(String said) {
        return switch (type(said)) {
            case "time" -> ordered("type", "string", "format", "date-time");
            case "strings" -> ordered("type", "array", "items", Map.of("type", "string"));
            case "objects" -> ordered("type", "array", "items", Map.of("type", "object"));
            case "string", "integer", "number", "boolean" -> ordered("type", type(said));
            default -> ordered("type", Arrays.asList(type(said).split("\\|")));
        };
    }

    /** A parameter, or a header, of a call. */
    static Map<String, Object> parameter(String name, String where, String said, boolean needed) {
        return ordered("name", name, "in", where, "required", needed, "description", text(said), "schema", shape(said));
    }

    static Map<String, Object> body(OpenApiTexts.Call call) {
        var fields = new LinkedHashMap<String, Object>();
        List<String> needed = new ArrayList<>();
        call.body().forEach((name, said) -> {
            var shape = shape(said);
            shape.put("description", text(said));
            fields.put(name, shape);
            if (needed(said)) {
                needed.add(name);
            }
        });
        var schema = ordered("type", "object", "properties", fields, "additionalProperties", call.free());
        if (!needed.isEmpty()) {
            schema.put("required", needed);
        }
        var example = Objects.requireNonNull(call.example(), () -> call.summary() + " has a body and no example");
        var json = ordered("schema", schema, "example", example);
        return ordered("required", !needed.isEmpty(), "content", ordered("application/json", json));
    }
}
