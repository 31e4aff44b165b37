package app.cadeau.pages;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.torture.KilledDaemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real daemon over a home of its own, with a real simulator as its LIVE site, for pages to be looked at. */
final class Serving implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    final Path home;
    final Simulator simulator;
    private Served daemon;

    private Serving(Path home, Settings settings) {
        this.home = home;
        this.simulator = Simulator.start(settings);
        this.daemon = Served.of(daemon(0));
    }

    private Serving(Path home, Simulator simulator, KilledDaemon daemon) {
        this.home = home;
        this.simulator = simulator;
        this.daemon = Served.of(daemon);
    }

    /** What answers: a daemon of this process, or one that can be killed. */
    private record Served(int port, Runnable end) {

        static Served of(Daemon daemon) {
            return new Served(daemon.port(), daemon::close);
        }

        static Served of(KilledDaemon daemon) {
            return new Served(daemon.port(), daemon::close);
        }
    }

    /** With a daemon of its own process: {@link KilledDaemon#kill} is for whoever asked. */
    static Serving by(Path home, Simulator simulator, KilledDaemon daemon) {
        return new Serving(home, simulator, daemon);
    }

    private Daemon daemon(int port) {
        return Daemon.start(
                home,
                Map.of(
                        "cadeau.port",
                        Integer.toString(port),
                        "cadeau.live.url",
                        simulator.url(),
                        "cadeau.login-window",
                        "HIDDEN"));
    }

    /** Ends the daemon and starts it again at the same address. */
    void restart(Runnable between) {
        var port = daemon.port();
        daemon.end().run();
        between.run();
        daemon = Served.of(daemon(port));
    }

    static Serving start() {
        return start(Settings.defaults().withCrowd(0));
    }

    static Serving start(Settings settings) {
        try {
            return new Serving(Files.createTempDirectory("cadeau-pages"), settings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A link that lets one browser in, once. */
    String link() {
        return url("/?key=" + call("POST", "/api/page-key", "").path("key").asString());
    }

    String url(String path) {
        return "http://127.0.0.1:" + daemon.port() + path;
    }

    /** An account with a wallet of so many coins. */
    void account(String name, long coins, boolean usedAlone) {
        simulator.openWallet("sim-" + name, name, coins);
        call("PUT", "/api/accounts/" + name + "/session", """
                {"cookies": [{"name": "sessionid", "value": "sim-%s", "domain": "127.0.0.1", "path": "/"}]}""".formatted(name));
        call("PATCH", "/api/accounts/" + name, "{\"usedAlone\": " + usedAlone + "}");
    }

    /** Asks for a send, as fast as it may go; its id. */
    String ask(String account, String streamer, String gift, int quantity) {
        return call("POST", "/api/send", """
                {"account": "%s", "streamer": "%s", "gift": "%s", "quantity": %d, "cps": 12}""".formatted(account, streamer, gift, quantity))
                .path("id")
                .asString();
    }

    /** The receipt once the send has ended. */
    JsonNode ended(String send) {
        return until("/api/sends/" + send, "finishedAt");
    }

    /** The same for the first of these fields that is there and not null. */
    JsonNode until(String path, String field) {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            var answer = call("GET", path, "");
            if (!answer.path(field).isNull() && answer.has(field)) {
                return answer;
            }
            assertThat(System.nanoTime()).as(answer.toString()).isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    JsonNode call(String method, String path, String body) {
        var answer = answer(method, path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    HttpResponse<String> answer(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(path)))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(home.resolve("token")).strip())
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if ("/api/send".equals(path)) {
                request.header("Idempotency-Key", UUID.randomUUID().toString());
            }
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        daemon.end().run();
        simulator.close();
        http.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
