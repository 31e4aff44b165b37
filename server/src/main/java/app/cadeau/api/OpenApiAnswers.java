package app.cadeau.api;

import static app.cadeau.api.OpenApiShapes.ordered;

import app.cadeau.team.Permission;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What comes back from a call: its answers, and every error that it may have. */
final class OpenApiAnswers {

    private static final String PROBLEM = "application/problem+json";
    private static final List<String> STORAGE =
            List.of("STORAGE_FULL", "STORAGE_READ_ONLY", "STORAGE_DAMAGED", "STORAGE_LOCKED", "STORAGE_GONE");

    private final OpenApiTexts texts;
    private final OpenApiShapes shapes;
    private final Map<String, Object> responses = new TreeMap<>();

    OpenApiAnswers(OpenApiTexts texts, OpenApiShapes shapes) {
        this.texts = texts;
        this.shapes = shapes;
    }

    /** @param method of the controller; null for the WebSocket, which has none */
    Map<String, Object> of(
            String verb, String path, OpenApiTexts.Call call, @Nullable Method method, boolean parameters) {
        var answers = new LinkedHashMap<String, Object>();
        call.answers().forEach((status, said) -> {
            var parts = said.split(" => ", 2);
            var answer = ordered("description", parts[0]);
            if (!call.answerHeaders().isEmpty()) {
                answer.put("headers", headers(call.answerHeaders()));
            }
            var content = content(status, parts.length < 2 ? null : parts[1].strip(), method);
            if (!content.isEmpty()) {
                answer.put("content", content);
            }
            answers.put(status, answer);
        });
        codes(verb, path, call, parameters).forEach(code -> add(answers, code));
        answers.replaceAll((status, answer) -> shared(status, inner(answers, status)));
        return answers;
    }

    private static Map<String, Object> headers(Map<String, String> said) {
        var headers = new LinkedHashMap<String, Object>();
        said.forEach(
                (name, text) -> headers.put(name, ordered("description", text, "schema", ordered("type", "string"))));
        return headers;
    }

    private Map<String, Object> content(String status, @Nullable String shape, @Nullable Method method) {
        if (status.equals("204") || status.equals("101")) {
            return Map.of();
        }
        var said = shape == null ? "" : shape;
        return switch (said) {
            case "text", "html" -> {
                var type = said.equals("html") ? "text/html" : "text/plain";
                yield ordered(type, ordered("schema", ordered("type", "string")));
            }
            case "object" -> json(ordered("type", "object"), ordered("openapi", "3.1.0"));
            case "" -> json(shapes.of(answered(method)), shapes.example(answered(method)));
            default -> shaped(said);
        };
    }

    private Map<String, Object> shaped(String said) {
        if (said.startsWith("file ")) {
            var content = shaped(said.substring("file ".length()));
            content.put("text/csv", ordered("schema", ordered("type", "string")));
            return content;
        }
        var kinds = said.split(" \\| ", -1);
        if (kinds.length == 1) {
            return json(shape(said), example(said));
        }
        var all = new ArrayList<Object>();
        for (var kind : kinds) {
            all.add(shape(kind));
        }
        return json(ordered("oneOf", all), example(kinds[0]));
    }

    private static Map<String, Object> json(Map<String, Object> schema, Object example) {
        return ordered("application/json", ordered("schema", schema, "example", example));
    }

    private Map<String, Object> shape(String named) {
        return named.startsWith("[")
                ? ordered("type", "array", "items", shapes.of(kind(named)))
                : shapes.of(kind(named));
    }

    private Object example(String named) {
        var one = shapes.example(kind(named));
        return named.startsWith("[") ? List.of(one) : one;
    }

    private static Class<?> kind(String named) {
        try {
            return Class.forName("app.cadeau." + named.replaceAll("[\\[\\]]", ""));
        } catch (ClassNotFoundException wrong) {
            throw new IllegalStateException("openapi/operations.yaml names " + named, wrong);
        }
    }

    private static Type answered(@Nullable Method method) {
        if (method == null) {
            throw new IllegalStateException("the answer of the WebSocket has a shape");
        }
        var type = method.getGenericReturnType();
        return type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class
                ? entity.getActualTypeArguments()[0]
                : type;
    }

    private static Set<String> codes(String verb, String path, OpenApiTexts.Call call, boolean parameters) {
        var codes = new LinkedHashSet<>(call.errors());
        var permission = Rules.of(verb, path);
        var looks = verb.equals("GET");
        if (permission != null) {
            codes.addAll(List.of("LOGIN_NEEDED", "TOKEN_EXPIRED"));
            if (permission != Permission.LOOK) {
                codes.add("NOT_ALLOWED");
            }
            if (!path.equals("/api/stop")) {
                codes.add("RATE_LIMITED");
            }
            if (!looks) {
                codes.add("CSRF");
            }
        }
        if (parameters || !call.body().isEmpty()) {
            codes.add("BAD_FIELD");
        }
        if (!looks) {
            codes.addAll(List.of("LENGTH_REQUIRED", "BODY_TOO_LARGE"));
        }
        codes.addAll(List.of("WRONG_HOST", "WRONG_ORIGIN", "INTERNAL"));
        codes.addAll(STORAGE);
        return codes;
    }

    private void add(Map<String, Object> answers, String code) {
        var answer = inner(answers, String.valueOf(texts.fault(code).status()));
        var problem = inner(inner(answer, "content"), PROBLEM);
        problem.putIfAbsent("schema", ordered("$ref", "#/components/schemas/Problem"));
        inner(problem, "examples").put(code, ordered("$ref", "#/components/examples/" + code));
        var said = String.valueOf(answer.getOrDefault("description", ""));
        answer.put("description", said.isEmpty() ? code : said + ", " + code);
    }

    /** An answer that is nothing but errors stands once for all calls that have the same. */
    private Map<String, Object> shared(String status, Map<String, Object> answer) {
        if (!inner(answer, "content").keySet().equals(Set.of(PROBLEM))) {
            if (inner(answer, "content").isEmpty()) {
                answer.remove("content");
            }
            return answer;
        }
        var name = status + "." + String.valueOf(answer.get("description")).replace(", ", ".");
        responses.put(name, answer);
        return ordered("$ref", "#/components/responses/" + name);
    }

    /** Errors by what they may be. */
    Map<String, Object> responses() {
        return responses;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.computeIfAbsent(key, none -> ordered());
    }

    /** Every code, with an example of its problem. */
    Map<String, Object> problems() {
        var examples = new LinkedHashMap<String, Object>();
        for (var code : texts.faults()) {
            var fault = texts.fault(code);
            var problem = ordered(
                    "type",
                    "about:blank",
                    "title",
                    title(fault.status()),
                    "status",
                    fault.status(),
                    "detail",
                    fault.sentence(),
                    "code",
                    code,
                    "spent",
                    fault.status() >= 500 ? "unknown" : "no");
            if (code.equals("BAD_FIELD")) {
                problem.put("field", "quantity");
            }
            examples.put(code, ordered("summary", fault.sentence(), "value", problem));
        }
        return examples;
    }

    private static String title(int status) {
        var known = org.springframework.http.HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }
}
