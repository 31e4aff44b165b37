package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a daemon writes into its home, at the most talkative: every line of a send tells it, and no line a secret. */
class LogsModuleTest {

    // Shaped like the real ones; none of them may be found again in the clear.
    private static final String COOKIE = "5f1e8c0dplantedcookie";
    private static final String STORED = "plantedlocalstorage77";
    private static final String HALF_STATE = "plantedinabrokenstate";
    private static final String BEARER = "plantedbearer4711";
    private static final String IN_A_BODY = "plantedinabadbody";
    private static final String MASTER_KEY = "cGxhbnRlZC1tYXN0ZXIta2V5LW9mLTMyLWJ5dGVzISE=";
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "%s", "domain": "127.0.0.1", "path": "/"}],
             "origins": [{"origin": "http://127.0.0.1", "localStorage": [{"name": "k", "value": "%s"}]}]}""".formatted(COOKIE, STORED);

    @TempDir
    Path home;

    private static final String PASSWORD = "planted in a password of ada";

    private String token = "";
    private final List<String> ofLogIns = new ArrayList<>();

    @Test
    void tellTheSendOnItsLinesAndNoSecretAnywhere() throws Exception {
        var settings = Map.of(
                "cadeau.port", "0",
                "cadeau.queue-held", "true",
                "cadeau.master-key", MASTER_KEY,
                "logging.config", "classpath:logback-spring.xml",
                "logging.level.root", "TRACE",
                "cadeau.console", "INFO");
        String send;
        try (var daemon = Daemon.start(home, settings)) {
            token = Files.readString(home.resolve("token")).strip();
            send = use(daemon);
        }
        assertThat(linesAbout(send)).as("lines of the log about " + send).hasSizeGreaterThanOrEqualTo(2);
        // What can be found, is found: without this the rest would prove nothing.
        assertThat(filesWith(send)).anyMatch(file -> file.endsWith("cadeau.log"));
        assertThat(filesWith(send)).anyMatch(file -> file.toString().contains("cadeau.db"));
        for (var secret : List.of(COOKIE, STORED, HALF_STATE, BEARER, IN_A_BODY, MASTER_KEY)) {
            assertThat(filesWith(secret)).as(secret).isEmpty();
        }
        assertThat(ofLogIns).hasSize(2);
        for (var secret : ofLogIns) {
            assertThat(filesWith(secret)).as(secret).isEmpty();
        }
        assertThat(filesWith(PASSWORD)).isEmpty();
        assertThat(filesWith(token)).containsExactly(home.resolve("token"));
    }

    private String use(Daemon daemon) throws Exception {
        assertThat(call(daemon, token, "PUT", "/api/accounts/main/session", SESSION))
                .isLessThan(300);
        assertThat(call(daemon, token, "PUT", "/api/accounts/main/session", "{\"cookies\": [\"" + HALF_STATE))
                .isEqualTo(400);
        assertThat(call(daemon, BEARER, "GET", "/api/status", "{}")).isEqualTo(401);
        assertThat(call(daemon, token, "POST", "/api/send", "{\"x\": \"" + IN_A_BODY + "\", "))
                .isEqualTo(400);
        var admin = "{\"name\": \"ada\", \"password\": \"" + PASSWORD + "\"}";
        assertThat(call(daemon, token, "POST", "/api/auth/first-admin", admin)).isLessThan(300);
        var tokens = JsonMapper.shared()
                .readTree(ask(daemon, "", "POST", "/api/auth/login", admin).body());
        ofLogIns.add(tokens.path("accessToken").asString());
        ofLogIns.add(tokens.path("refreshToken").asString());
        var answer = ask(
                daemon, token, "POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 3}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(call(daemon, token, "POST", "/api/stop", "{\"all\": true}")).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    private static int call(Daemon daemon, String bearer, String method, String path, String body) throws Exception {
        return ask(daemon, bearer, method, path, body).statusCode();
    }

    private static HttpResponse<String> ask(Daemon daemon, String bearer, String method, String path, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + daemon.port() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", "logged")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private List<JsonNode> linesAbout(String send) throws IOException {
        return Files.readAllLines(home.resolve("logs/cadeau.log")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.findValues("send").stream()
                        .anyMatch(id -> id.asString("").equals(send)))
                .toList();
    }

    private List<Path> filesWith(String text) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (read(file).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream whole = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(whole.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
