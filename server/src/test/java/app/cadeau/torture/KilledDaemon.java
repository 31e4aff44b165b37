package app.cadeau.torture;

import app.cadeau.ProcessWords;
import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.simulator.Simulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The daemon as a process of its own, with all that came from it, to be killed and started again over one home. */
public final class KilledDaemon implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);

    /** What may be struck. */
    enum Part {
        DAEMON,
        BROWSER,
        RENDERER
    }

    private final Path home;
    private final int port;
    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** Over a new database, with the simulator as its LIVE site. */
    public static KilledDaemon start(Path home, Simulator simulator, Vendor vendor) throws IOException {
        return start(home, simulator, vendor, Map.of());
    }

    /** @param more settings, by the names of their variables */
    static KilledDaemon start(Path home, Simulator simulator, Vendor vendor, Map<String, String> more)
            throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(settingsOf(simulator, vendor));
        try (var any = new ServerSocket(0)) {
            return new KilledDaemon(home, any.getLocalPort(), settings);
        }
    }

    private static Map<String, String> settingsOf(Simulator simulator, Vendor vendor) {
        return switch (vendor) {
            case SQLITE -> Map.of("CADEAU_LIVE_URL", simulator.url());
            case POSTGRES ->
                Map.of("CADEAU_LIVE_URL", simulator.url(), "CADEAU_DATABASE_URL", TestDatabase.newPostgresUrl());
        };
    }

    private KilledDaemon(Path home, int port, Map<String, String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.process = start();
    }

    private Process start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "app.cadeau.cli.Cadeau",
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "out.log")));
        builder.environment().putAll(settings);
        builder.environment().put("CADEAU_HOME", home.toString());
        builder.environment().put("CADEAU_PORT", Integer.toString(port));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it again where it is dead; returns when it is ready, and how long that took. */
    public Duration ready() throws InterruptedException {
        var began = System.nanoTime();
        if (!process.isAlive()) {
            process = start();
        }
        while (status("/api/health/ready") != 200) {
            if (System.nanoTime() - began > READY_WITHIN.toNanos() || !process.isAlive()) {
                throw new AssertionError("the daemon is not ready; see " + home.resolve("out.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private int status(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5));
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The answer, or null when the daemon was not there to give one. */
    @Nullable
    JsonNode call(String method, String path, Object body, String... headers) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(home.resolve("token")).strip())
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (headers.length > 0) {
                request.headers(headers);
            }
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isBlank() ? "null" : answer.body());
        } catch (IOException away) {
            return null;
        }
    }

    /** A call that must be answered: what was struck may need a moment, and asking again is what people do. */
    JsonNode answered(String method, String path, Object body, String... headers) throws InterruptedException {
        for (var tries = 0; tries < 10; tries++) {
            @Nullable JsonNode answer = call(method, path, body, headers);
            if (answer != null) {
                return answer;
            }
            ready();
        }
        throw new AssertionError(method + " " + path + " was not answered");
    }

    /** An account with a session, a wallet of a million coins, and used alone when its name says so. */
    void open(Simulator simulator, String account) throws InterruptedException {
        simulator.openWallet("sim-" + account, account, 1_000_000);
        var session = JSON.readTree("""
                {"cookies": [{"name": "sessionid", "value": "sim-%s", "domain": "127.0.0.1", "path": "/", "expires": -1,
                "httpOnly": true, "secure": false, "sameSite": "Lax"}], "origins": []}""".formatted(account));
        answered("PUT", "/api/accounts/" + account + "/session", session);
        answered("PATCH", "/api/accounts/" + account, Map.of("usedAlone", account.startsWith("alone")));
    }

    public int port() {
        return port;
    }

    /** As nobody should end it: kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As systemd and a person end it. */
    void terminate(Duration within) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the daemon does not end by itself within " + within);
        }
    }

    /** The process of this part, if there is one now. */
    Stream<ProcessHandle> find(Part part) {
        return switch (part) {
            case DAEMON -> Stream.of(process.toHandle());
            case BROWSER ->
                descendants()
                        .filter(child -> ProcessWords.of(child).contains("--remote-debugging")
                                && !ProcessWords.of(child).contains("--type="));
            case RENDERER ->
                descendants().filter(child -> ProcessWords.of(child).contains("--type=renderer"));
        };
    }

    private Stream<ProcessHandle> descendants() {
        return process.toHandle().descendants();
    }

    static void signal(ProcessHandle process, String name) throws InterruptedException {
        try {
            new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everything that came from the daemon, so that it can be seen later whether it has ended. */
    List<ProcessHandle> tree() {
        return descendants().toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
