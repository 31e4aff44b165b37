package app.cadeau.api;

import static app.cadeau.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * docs/openapi.json is what the running daemon says of itself, and that is true. {@code -Dcadeau.openapi=write} writes the
 * file instead of comparing it: {@code ./cadeau bench openapi}.
 */
class OpenApiModuleTest {

    private static final Path FILE = Path.of("../docs/openapi.json");
    private static final Path SOURCES = Path.of("src/main/java/app/cadeau/api");

    /** Codes of the book of who did what, and words that are no codes of errors. */
    private static final Set<String> NO_ERRORS = Set.of("SHUT", "UP", "DOWN");

    @TempDir
    static Path home;

    @AutoClose
    private static Daemon daemon;

    private static Calls calls;
    private static String text;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(home, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"));
        calls = Calls.of(daemon, home);
        var answer = calls.owner("GET", "/api/openapi.json", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        text = answer.body().strip() + "\n";
        document = json(answer);
        calls.owner("POST", "/api/accounts", "{\"name\": \"main\", \"usedAlone\": true}");
        calls.owner("PUT", "/api/streams/@demo", "{\"note\": \"Fridays\"}");
        calls.bare(
                "POST",
                "/api/send",
                "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 3}",
                "Authorization",
                "Bearer " + calls.token(),
                "Idempotency-Key",
                "one");
    }

    /** One operation, as {@code POST /api/send}. */
    private record Operation(String call, JsonNode said) {
        String verb() {
            return call.substring(0, call.indexOf(' '));
        }

        String path() {
            return call.substring(call.indexOf(' ') + 1);
        }
    }

    private static List<Operation> operations() {
        var found = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> found.add(new Operation(
                                verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                verb.getValue()))));
        return found;
    }

    @Test
    void theCommittedFileIsWhatTheDaemonSays() throws IOException {
        if ("write".equals(System.getProperty("cadeau.openapi"))) {
            Files.writeString(FILE, text);
        }
        var kept = Files.readString(FILE).lines().toList();
        var said = text.lines().toList();
        for (var line = 0; line < Math.min(kept.size(), said.size()); line++) {
            assertThat(kept.get(line))
                    .as("line %d of docs/openapi.json; ./cadeau bench openapi writes it anew", line + 1)
                    .isEqualTo(said.get(line));
        }
        assertThat(kept).hasSameSizeAs(said);
    }

    /** That every mapping of a controller is in it, and nothing else, is checked where it is made: it fails otherwise. */
    @Test
    void everyCallHasAllThatSomebodyNeedsToMakeIt() {
        var ids = new TreeSet<String>();
        assertThat(operations()).hasSizeGreaterThan(60);
        for (var operation : operations()) {
            var said = operation.said();
            assertThat(said.path("summary").asString("")).as(operation.call()).isNotBlank();
            assertThat(ids.add(said.path("operationId").asString()))
                    .as(operation.call())
                    .isTrue();
            assertThat(Pattern.compile("\\{(\\w+)}")
                            .matcher(operation.path())
                            .results()
                            .map(found -> found.group(1)))
                    .as(operation.call())
                    .containsExactlyElementsOf(said.path("parameters")
                            .valueStream()
                            .filter(one -> one.path("in").asString().equals("path"))
                            .map(one -> one.path("name").asString())
                            .toList());
            if (said.has("requestBody")) {
                assertThat(said.at("/requestBody/content/application~1json/example")
                                .isEmpty())
                        .as(operation.call())
                        .isFalse();
            }
            answers(operation);
        }
    }

    private static JsonNode whole(JsonNode told) {
        return told.has("$ref") ? document.at(told.path("$ref").asString().substring(1)) : told;
    }

    private static void answers(Operation operation) {
        var errors = 0;
        for (var answer : operation.said().path("responses").properties()) {
            var told = whole(answer.getValue());
            var content = told.path("content");
            assertThat(told.path("description").asString(""))
                    .as(operation.call())
                    .isNotBlank();
            for (var example : content.at("/application~1problem+json/examples").properties()) {
                errors++;
                var problem = document.at("/components/examples/" + example.getKey() + "/value");
                assertThat(problem.path("status").asString())
                        .as(operation.call() + " " + example.getKey())
                        .isEqualTo(answer.getKey());
            }
            if (content.has("application/json")) {
                var json = content.path("application/json");
                assertThat(new JsonShape(document).wrong("example", json.path("schema"), json.path("example")))
                        .as(operation.call())
                        .isEmpty();
            }
        }
        assertThat(errors).as(operation.call()).isGreaterThan(4);
    }

    @Test
    void everyBodyHasTheFieldsThatItsCallTakes() throws Exception {
        for (var operation : operations()) {
            var schema = operation.said().at("/requestBody/content/application~1json/schema");
            if (schema.isMissingNode() || schema.path("additionalProperties").booleanValue()) {
                continue;
            }
            var path = operation.path().replace("{name}", "main").replace("{id}", "01J00000000000000000000000");
            var answer = calls.owner(operation.verb(), path, "{\"no-such-field\": 1}");
            var known = json(answer).path("detail").asString("").split("known are ", 2);
            assertThat(known).as(operation.call() + ": " + answer.body()).hasSize(2);
            assertThat(Set.of(known[1].split(", ")))
                    .as(operation.call())
                    .isEqualTo(Set.copyOf(schema.path("properties").propertyNames()));
        }
    }

    /** What a person looks at has the shape that is promised. */
    @Test
    void everyAnswerHasTheShapeThatIsSaid() throws Exception {
        var send = json(calls.owner("GET", "/api/sends", "")).at("/sends/0/id").asString();
        for (var operation : operations()) {
            if (!operation.verb().equals("GET")
                    || operation.path().matches("/api/(live|docs|metrics|doctor|openapi.json)")) {
                continue;
            }
            var path = operation
                    .path()
                    .replace("{name}", operation.path().contains("accounts") ? "main" : "@demo")
                    .replace("{id}", send);
            var answer = calls.owner(
                    "GET",
                    path
                            + (path.endsWith("statement")
                                    ? "?account=main"
                                    : path.endsWith("export") ? "?format=json" : ""),
                    "");
            var schema = whole(operation.said().path("responses").path(String.valueOf(answer.statusCode())))
                    .path("content")
                    .path(answer.statusCode() < 300 ? "application/json" : "application/problem+json")
                    .path("schema");
            assertThat(schema.isMissingNode())
                    .as(operation.call() + " " + answer.statusCode())
                    .isFalse();
            assertThat(new JsonShape(document).wrong(path, schema, json(answer)))
                    .as(operation.call())
                    .isEmpty();
        }
    }

    @Test
    void everyCodeOfAnErrorIsInIt() throws IOException {
        var codes = document.at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        var said = new TreeSet<String>();
        var code = Pattern.compile(
                "(?:HttpStatus\\.[A-Z_]+,\\s*|Refusal\\(\\s*|Refused\\(\\s*|out\\([^;]*?)\"([A-Z]+(?:_[A-Z]+)*)\"");
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                code.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
            }
        }
        said.removeAll(NO_ERRORS);
        assertThat(said).hasSizeGreaterThan(30);
        assertThat(codes).containsAll(said);
        for (var trouble : app.cadeau.storage.StorageTrouble.values()) {
            assertThat(codes).contains("STORAGE_" + trouble.name());
        }
    }

    @Test
    void theDocumentNeedsALogInAndThePageHoldsNothing() throws Exception {
        assertThat(calls.bare("GET", "/api/openapi.json", "").statusCode()).isEqualTo(401);
        var page = calls.bare("GET", "/api/docs", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
        assertThat(page.body()).doesNotContain("style=").doesNotContain("<script>");
        assertThat(Arrays.stream(page.body().split("\"", -1)).filter(part -> part.contains("/api/")))
                .as("of the API it names nothing but the document and an example")
                .containsExactlyInAnyOrder("/api/send", "/api/openapi.json");
    }
}
