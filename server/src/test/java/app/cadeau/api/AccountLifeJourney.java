package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.cadeau.Daemon;
import app.cadeau.simulator.Fault;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account from its log-in by hand to its removal, through a real daemon and Chromium. */
class AccountLifeJourney {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path home;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    @AutoClose
    private Daemon daemon;

    @BeforeEach
    void serve() {
        daemon = Daemon.start(
                home,
                Map.of(
                        "cadeau.port", "0",
                        "cadeau.live.url", simulator.url(),
                        "cadeau.login-window", "HIDDEN"));
    }

    @Test
    void isLoggedInByHandProvedUsedShutAndRemoved() throws Exception {
        logIn("main");
        var account = call("GET", "/api/accounts/main", "");
        assertThat(account.at("/health/state").asString()).isEqualTo("READY");
        assertThat(account.at("/health/coins").asLong()).isEqualTo(100_000);
        assertThat(account.at("/health/cookies").asInt()).isEqualTo(2);
        assertThat(Instant.parse(account.at("/health/expiresAt").asString()))
                .isCloseTo(Instant.now().plus(Duration.ofDays(180)), within(5, ChronoUnit.MINUTES));

        // The session that was kept sends.
        var send =
                call("POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 2, \"cps\": 4}");
        assertThat(ended(send.path("id").asString())).isEqualTo("CONFIRMED");
        assertThat(simulator.truth().landed("main")).isEqualTo(2);

        simulator.logOut("sim-main");
        assertThat(check("main")).isEqualTo("LOGGED_OUT");
        assertThat(state("main")).isEqualTo("LOGGED_OUT");
        logIn("main");
        assertThat(check("main")).isEqualTo("LOGGED_IN");

        simulator.faults().at(Fault.HOME_CHALLENGE, 1);
        assertThat(check("main")).isEqualTo("CHALLENGED");
        assertThat(state("main")).isEqualTo("SHUT");
        call("POST", "/api/accounts/main/clear", "{\"reason\": \"answered it by hand\"}");
        assertThat(state("main")).isEqualTo("READY");

        logIn("main", "second");
        assertThat(call("GET", "/api/accounts/main", "").at("/shut/code").asString())
                .isEqualTo("ANOTHER_USER");
        call("POST", "/api/accounts/main/clear", "{\"reason\": \"the books were looked at\"}");

        // A file of somebody else's session is found out before the first press.
        call("PUT", "/api/accounts/main/session", """
                {"cookies": [{"name": "sessionid", "value": "sim-poor", "domain": "127.0.0.1", "path": "/"}]}""");
        var strange = call("POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 2}");
        assertThat(ended(strange.path("id").asString())).isEqualTo("REFUSED");
        assertThat(simulator.truth().landed("poor")).isZero();
        assertThat(state("main")).isEqualTo("SHUT");

        assertThat(call("POST", "/api/accounts/main/remove", "{}").path("stays").toString())
                .contains("stay in the books");
        assertThat(call("GET", "/api/accounts", "")).isEmpty();
        assertThat(simulator.truth().landed("main")).isEqualTo(2);
    }

    private void logIn(String account) throws Exception {
        logIn(account, account);
    }

    /** The person confirms on the phone as soon as the window is open. */
    private void logIn(String account, String person) throws Exception {
        assertThat(call("POST", "/api/accounts/" + account + "/login", "{}")
                        .path("state")
                        .asString())
                .isEqualTo("WAITING");
        simulator.confirmLogIn(person);
        assertThat(until("/api/accounts/" + account + "/login", "WAITING")).isEqualTo("LOGGED_IN");
    }

    private String check(String account) throws Exception {
        return call("POST", "/api/accounts/" + account + "/check", "{}")
                .path("outcome")
                .asString();
    }

    private String state(String account) throws Exception {
        return call("GET", "/api/accounts/" + account, "").at("/health/state").asString();
    }

    private String ended(String send) throws Exception {
        return until("/api/sends/" + send, "QUEUED PREPARING SENDING SETTLING");
    }

    /** Asks until the state is none of these; each answer takes as long as the daemon takes. */
    private String until(String path, String passing) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (System.nanoTime() < deadline) {
            var state = call("GET", path, "").path("state").asString();
            if (!passing.contains(state)) {
                return state;
            }
            Thread.onSpinWait();
        }
        return "still";
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + daemon.port() + path))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(home.resolve("token")).strip())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
