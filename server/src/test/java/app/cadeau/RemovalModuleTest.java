package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.storage.Backups;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left in the home of an account that was removed: nothing of its session, sealed or not. */
class RemovalModuleTest {

    private static final String PICTURE = "plantedpictureofthewallet";
    private static final String OTHERS = "plantedpictureofanotheraccount";
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "plantedcookie", "domain": "127.0.0.1", "path": "/"}],
             "origins": [{"origin": "http://127.0.0.1", "localStorage": [{"name": "k", "value": "%s"}]}]}""".formatted("x".repeat(40_000));

    @TempDir
    Path home;

    private int port;

    @Test
    void leavesNothingOfASessionInTheHomeAndKeepsTheBooks() throws Exception {
        try (var running = Daemon.start(home, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"))) {
            port = running.port();
            call("PUT", "/api/accounts/main/session", SESSION);
            call("PUT", "/api/accounts/second/session", SESSION);
            call("PUT", "/api/accounts/main/session", SESSION.replace("plantedcookie", "plantedlater"));
            var send = sent("main");
            plant(send, PICTURE);
            plant(sent("second"), OTHERS);
            // Three places that hold the same sealed bytes: the database, its log, and a copy before the tables
            // changed.
            var copies = new Backups(home.resolve("cadeau.db"), copy -> List.of(), InstantSource.system());
            copies.writeInto(home.resolve("backups"), "before-schema-7", 5);
            var sealed = secretsOf("main");
            var others = secretsOf("second");
            assertThat(sealed)
                    .allSatisfy(secret -> assertThat(filesWith(secret)).hasSizeGreaterThanOrEqualTo(2));

            assertThat(call("POST", "/api/accounts/main/remove", "{}").statusCode())
                    .isEqualTo(409);
            assertThat(call("POST", "/api/stop", "{\"account\": \"main\"}").statusCode())
                    .isEqualTo(200);
            var gone = call("POST", "/api/accounts/main/remove", "{}");

            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
            assertThat(sealed)
                    .allSatisfy(secret -> assertThat(filesWith(secret)).isEmpty());
            assertThat(filesWith(PICTURE)).isEmpty();
            assertThat(filesWith(OTHERS)).hasSize(1);
            assertThat(others)
                    .allSatisfy(secret -> assertThat(filesWith(secret)).isNotEmpty());
            assertThat(call("GET", "/api/sends/" + send, "").body()).contains("\"account\":\"main\"", "STOPPED");
            assertThat(call("GET", "/api/accounts/main", "").statusCode()).isEqualTo(404);
        }
    }

    private String sent(String account) throws Exception {
        var answer = call("POST", "/api/send", """
                {"streamer": "@demo", "gift": "Rose", "quantity": 3, "account": "%s"}""".formatted(account));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode receipt = JsonMapper.shared().readTree(answer.body());
        return receipt.path("id").asString();
    }

    private void plant(String send, String what) throws Exception {
        var folder = Files.createDirectories(home.resolve("evidence").resolve(send));
        Files.writeString(folder.resolve("page.png"), what);
    }

    /** The rows' sealed bytes, a piece of each end. */
    private List<String> secretsOf(String account) throws Exception {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + home.resolve("cadeau.db"));
        var pieces = new ArrayList<String>();
        try (var connection = source.getConnection();
                var ask = connection.prepareStatement(
                        "select wrapped_key, sealed from account_sessions where account = ?")) {
            ask.setString(1, account);
            try (var row = ask.executeQuery()) {
                assertThat(row.next()).isTrue();
                var key = row.getBytes(1);
                var sealed = row.getBytes(2);
                pieces.add(new String(key, 1, 32, StandardCharsets.ISO_8859_1));
                pieces.add(new String(sealed, 1, 32, StandardCharsets.ISO_8859_1));
                pieces.add(new String(sealed, sealed.length - 32, 32, StandardCharsets.ISO_8859_1));
            }
        }
        return pieces;
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(home.resolve("token")).strip())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private List<Path> filesWith(String text) throws Exception {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
