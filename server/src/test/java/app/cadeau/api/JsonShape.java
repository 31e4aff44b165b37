package app.cadeau.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares JSON with as much of a schema as our document uses; fields that no schema names are wrong too. */
record JsonShape(JsonNode document) {

    List<String> wrong(String where, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            return wrong(where, document.at(schema.path("$ref").asString().substring(1)), value);
        }
        for (var either : List.of("oneOf", "anyOf")) {
            if (schema.has(either)) {
                return schema.path(either)
                                .valueStream()
                                .anyMatch(one -> wrong(where, one, value).isEmpty())
                        ? List.of()
                        : List.of(where + " is none of " + either);
            }
        }
        if (!fits(schema.path("type"), value)) {
            return List.of(where + " is no " + schema.path("type") + " but " + value);
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            return List.of(where + " is none of " + schema.path("enum") + " but " + value);
        }
        return value.isObject()
                ? fields(where, schema, value)
                : value.isArray() ? items(where, schema, value) : List.of();
    }

    private List<String> items(String where, JsonNode schema, JsonNode value) {
        var wrong = new ArrayList<String>();
        value.forEach(item -> wrong.addAll(wrong(where + "[]", schema.path("items"), item)));
        return wrong;
    }

    private List<String> fields(String where, JsonNode schema, JsonNode value) {
        var wrong = new ArrayList<String>();
        var known = schema.path("properties");
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                wrong.add(where + "." + name.asString() + " is missing");
            }
        });
        value.properties().forEach(field -> {
            if (known.has(field.getKey())) {
                wrong.addAll(wrong(where + "." + field.getKey(), known.path(field.getKey()), field.getValue()));
            } else if (known.isObject() && !schema.path("additionalProperties").asBoolean(false)) {
                wrong.add(where + "." + field.getKey() + " is not in the schema");
            }
        });
        return wrong;
    }

    private static boolean fits(JsonNode type, JsonNode value) {
        return type.isArray() ? type.valueStream().anyMatch(one -> fits(one, value)) : fits(type.asString(""), value);
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
