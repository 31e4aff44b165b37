package app.cadeau.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is said of calls besides what their code tells: the files under {@code openapi/}. */
final class OpenApiTexts {

    /** A code of an error: its status, and what it says in general. */
    record Fault(int status, String sentence) {}

    /** One call. {@code free} is a body whose other fields are not refused. */
    record Call(
            String tag,
            String summary,
            String text,
            Map<String, String> headers,
            Map<String, String> params,
            Map<String, String> body,
            boolean free,
            @Nullable Object example,
            Map<String, String> answers,
            Map<String, String> answerHeaders,
            Map<String, String> websocket,
            List<String> errors) {}

    private final Map<String, Object> calls = read("operations");
    private final Map<String, Object> faults = read("errors");
    private final Map<String, Object> examples = read("examples");
    private final Map<String, Object> fields = read("fields");
    private final Map<String, String> parameters = strings(calls.get("parameters"));

    /** {@code GET /api/status} and so on, in the order of the file. */
    List<String> calls() {
        return calls.keySet().stream().filter(key -> key.contains(" ")).toList();
    }

    Call call(String call) {
        if (!(calls.get(call) instanceof Map<?, ?> said)) {
            throw new IllegalStateException(call + " is not in openapi/operations.yaml");
        }
        var params = new LinkedHashMap<>(parameters);
        params.putAll(strings(said.get("params")));
        return new Call(
                string(said, "tag"),
                string(said, "summary"),
                Objects.toString(said.get("text"), "").strip(),
                strings(said.get("headers")),
                params,
                strings(said.get("body")),
                Boolean.TRUE.equals(said.get("free")),
                said.get("example"),
                strings(said.get("answers")),
                strings(said.get("answerHeaders")),
                strings(said.get("websocket")),
                said.get("errors") instanceof List<?> codes
                        ? codes.stream().map(Object::toString).toList()
                        : List.of());
    }

    List<String> faults() {
        return List.copyOf(faults.keySet());
    }

    Fault fault(String code) {
        var said = Objects.toString(faults.get(code), "").split(" ", 2);
        if (said.length < 2) {
            throw new IllegalStateException("error " + code + " is not in openapi/errors.yaml");
        }
        return new Fault(Integer.parseInt(said[0]), said[1]);
    }

    boolean hasExample(String field) {
        return examples.containsKey(field);
    }

    @Nullable
    Object example(String field) {
        return examples.get(field);
    }

    /** What a field of an answer means; null where its name says it. */
    @Nullable
    String field(String kind, String name) {
        var said = fields.getOrDefault(kind + "." + name, fields.get(name));
        return said == null ? null : said.toString();
    }

    private static String string(Map<?, ?> said, String key) {
        return Objects.requireNonNull(said.get(key), "a call has no " + key + ": " + said)
                .toString();
    }

    private static Map<String, String> strings(@Nullable Object said) {
        var found = new LinkedHashMap<String, String>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((key, value) -> found.put(key.toString(), value.toString()));
        }
        return found;
    }

    private static Map<String, Object> read(String name) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var in = new ClassPathResource("openapi/" + name + ".yaml").getInputStream()) {
            Map<String, Object> read = new Yaml(new SafeConstructor(options)).load(in);
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
