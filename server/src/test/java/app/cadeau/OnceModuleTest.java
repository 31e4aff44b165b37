package app.cadeau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A second press, a second tab and a second daemon, on both databases. */
@ParameterizedClass
@EnumSource(Vendor.class)
class OnceModuleTest {

    private static final int TABS = 32;
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "s", "domain": "127.0.0.1", "path": "/"}], "origins": []}""";

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private Map<String, String> settings() {
        var url = vendor == Vendor.POSTGRES ? TestDatabase.newPostgresUrl() : "";
        return Map.of("cadeau.port", "0", "cadeau.queue-held", "true", "cadeau.database.url", url);
    }

    @Test
    void oneOfManyPressesMakesTheSendAndTheOthersAreAnsweredWithIt() throws Exception {
        try (var daemon = Daemon.start(folder, settings())) {
            assertThat(call(daemon, "PUT", "/api/accounts/main/session", SESSION)
                            .statusCode())
                    .isLessThan(300);
            var answers = pressTogether(daemon);

            var ids = answers.stream()
                    .map(answer -> JsonMapper.shared()
                            .readTree(answer.body())
                            .path("id")
                            .asString(""))
                    .distinct();
            assertThat(ids).as(answers.toString()).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(TABS - 1);
            var listed = JsonMapper.shared()
                    .readTree(call(daemon, "GET", "/api/sends", "").body());
            assertThat(listed.path("sends").size()).isEqualTo(1);
        }
    }

    /** While the first of them is still being handled, the others are told so, and ask again. */
    private HttpResponse<String> pressUntilAnswered(Daemon daemon, String order) throws Exception {
        var answer = call(daemon, "POST", "/api/send", order);
        for (var tries = 0; answer.statusCode() == 409 && tries < 1_000; tries++) {
            assertThat(answer.body()).contains("IDEMPOTENCY_IN_PROGRESS");
            answer = call(daemon, "POST", "/api/send", order);
        }
        return answer;
    }

    private ArrayList<HttpResponse<String>> pressTogether(Daemon daemon) throws Exception {
        var order = "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 3}";
        var together = new CountDownLatch(1);
        var answers = new ArrayList<HttpResponse<String>>();
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = new ArrayList<Future<HttpResponse<String>>>();
            for (var tab = 0; tab < TABS; tab++) {
                presses.add(tabs.submit(() -> {
                    together.await();
                    return pressUntilAnswered(daemon, order);
                }));
            }
            together.countDown();
            for (var press : presses) {
                answers.add(press.get(60, TimeUnit.SECONDS));
            }
        }
        return answers;
    }

    @Test
    void aSecondDaemonIsRefused() {
        var settings = settings();
        try (var daemon = Daemon.start(folder, settings)) {
            assertThat(daemon.port()).isPositive();
            assertThatThrownBy(() -> Daemon.start(folder, settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Cadeau daemon works in " + folder);
            if (vendor == Vendor.POSTGRES) {
                assertThatThrownBy(() -> Daemon.start(folder.resolve("another"), settings))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("Another Cadeau daemon works on the database");
            }
        }
    }

    private HttpResponse<String> call(Daemon daemon, String method, String path, String body) throws Exception {
        var token = Files.readString(folder.resolve("token")).strip();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + daemon.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"pressed-twice\"")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
