package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a call, and wherever it is found, is told in one shape. The queue is paused. */
class ProblemsModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MILLIS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @TempDir
    static Path home;

    @AutoClose
    private static Daemon daemon;

    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(home, Map.of("cadeau.port", "0"));
        calls = Calls.of(daemon, home);
        calls.owner("POST", "/api/queue/pause", "{}");
        calls.owner(
                "PUT",
                "/api/accounts/main/session",
                "{\"cookies\": [{\"name\": \"sessionid\", \"value\": \"s\", \"domain\": \"127.0.0.1\", \"path\": \"/\"}],"
                        + " \"origins\": []}");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefusedAndNotReadAsQuestionMarks() throws Exception {
        var bytes = "{\"streamer\": \"@demo\", \"gift\": \"Ros\u00e9\", \"quantity\": 1}"
                .getBytes(StandardCharsets.ISO_8859_1);
        var request = HttpRequest.newBuilder(URI.create(calls.origin() + "/api/quote"))
                .header("Authorization", "Bearer " + calls.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            var told = Calls.json(answer);
            assertThat(told.path("field").asString()).isEqualTo("body");
            assertThat(told.path("detail").asString()).contains("UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sends?staet=REVIEW, staet, known are cursor",
        "/api/sends/export?limit=3, limit, known are format",
        "/api/status?x, x, this call has none",
        "/api/gifts?q=rose&max%20=1, 'max ', known are q"
    })
    void aParameterThatACallDoesNotHaveIsNamedWithThoseThatItHas(String path, String name, String known)
            throws Exception {
        var answer = calls.owner("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Calls.json(answer).path("field").asString()).isEqualTo(name);
        assertThat(Calls.json(answer).path("detail").asString()).contains(known);
    }

    @Test
    void anOrderThatCostsMoreThanItAllowsIsRefusedAtOnceByACodeOfItsOwn() throws Exception {
        var order =
                "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 100, \"maxCoins\": 99, \"account\": \"main\"}";
        var answer = calls.bare(
                "POST", "/api/send", order, "Authorization", "Bearer " + calls.token(), "Idempotency-Key", "dear");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Calls.code(answer)).isEqualTo("BUDGET_SPENT");
        assertThat(Calls.json(answer).path("detail").asString())
                .isEqualTo(
                        "It would cost 100 coins, and the order allows 99 at most (maxCoins): ask for fewer, or allow more.");
        assertThat(Calls.json(answer).path("spent").asString()).isEqualTo("no");
        assertThat(calls.owner("POST", "/api/quote", order).body()).contains("BUDGET_SPENT");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/sends?state=<x>, 400, BAD_REQUEST, ''",
        "GET /%zz, 400, BAD_REQUEST, ''",
        "TRACE /api/status, 405, METHOD_NOT_ALLOWED, /api/status"
    })
    void whatTheServerItselfRefusesIsAProblemToo(String line, int status, String code, String instance)
            throws Exception {
        var answer = raw(line + " HTTP/1.1\r\nHost: 127.0.0.1:" + daemon.port() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("application/problem+json");
        var body = answer.substring(answer.indexOf("\r\n\r\n"));
        assertThat(body).doesNotContainIgnoringCase("<html").doesNotContain("Tomcat");
        var told = JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        assertThat(told.path("code").asString()).isEqualTo(code);
        assertThat(told.path("status").intValue()).isEqualTo(status);
        assertThat(told.path("instance").asString("")).isEqualTo(instance);
        assertThat(told.path("spent").asString()).isEqualTo("no");
    }

    @Test
    void whoAsksForThePageOfErrorsFindsNone() throws Exception {
        var answer = calls.owner("GET", "/error", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Calls.code(answer)).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/status", "/api/send", "/api/nothing/at/all"})
    void aProblemAtTheDoorNamesItsCallAsWell(String path) throws Exception {
        var answer = calls.bare("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Calls.json(answer).path("instance").asString()).isEqualTo(path);
    }

    @Test
    void timesAreToldInMillisecondsEverywhere() throws Exception {
        var sent = calls.bare(
                "POST",
                "/api/send",
                "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 1, \"account\": \"main\"}",
                "Authorization",
                "Bearer " + calls.token(),
                "Idempotency-Key",
                "once");
        var id = Calls.json(sent).path("id").asString();
        var now = Calls.json(sent).path("queuedAt").asString();
        assertThat(now).matches(MILLIS);
        var kept = Calls.json(calls.owner("GET", "/api/sends/" + id, ""));
        assertThat(kept.path("queuedAt").asString()).isEqualTo(now);
        assertThat(calls.owner("GET", "/api/sends/export", "").body()).contains(now);
    }

    @Test
    void whatIsKeptOfAPageIsToldWithoutWhereTheHomeIs() throws Exception {
        var sent = calls.bare(
                "POST",
                "/api/send",
                "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 2, \"account\": \"main\"}",
                "Authorization",
                "Bearer " + calls.token(),
                "Idempotency-Key",
                "kept");
        var id = Calls.json(sent).path("id").asString();
        Files.writeString(
                Files.createDirectories(home.resolve("evidence").resolve(id)).resolve("page.json"), "{}");
        calls.owner("POST", "/api/stop", "{\"send\": \"" + id + "\"}");
        var receipt = calls.owner("GET", "/api/sends/" + id, "");
        assertThat(Calls.json(receipt).path("evidence").asString()).isEqualTo("evidence/" + id);
        var files = calls.owner("GET", "/api/sends/" + id + "/evidence", "");
        assertThat(Calls.json(files).get(0).path("path").asString()).isEqualTo("evidence/" + id + "/page.json");
        assertThat(receipt.body() + files.body()).doesNotContain(home.toString());
    }
}
