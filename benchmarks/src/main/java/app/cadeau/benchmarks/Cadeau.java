package app.cadeau.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A daemon in a home of its own, with the account "main" and its session. */
final class Cadeau implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Set<String> ENDS = Set.of("CONFIRMED", "PARTIAL", "STOPPED", "REFUSED", "REVIEW");
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Program program;
    private final Map<String, String> environment;
    private final Web api;

    Cadeau(Desk desk) {
        this(desk, 0);
    }

    /** @param lanes that may be at work at once; 0 for what the machine carries */
    Cadeau(Desk desk, int lanes) {
        environment = Map.of(
                "CADEAU_HOME",
                folder().toString(),
                "CADEAU_PORT",
                "0",
                "CADEAU_LIVE_URL",
                desk.url(),
                "CADEAU_LANES",
                Integer.toString(lanes));
        program = Program.start(List.of(launcher(), "serve"), environment);
        var address = program.await(READY).group(1);
        api = new Web(address, Map.of("Authorization", "Bearer " + token()));
        open("main");
    }

    /** An account used alone, with the session of the desk's wallet of that name. */
    void open(String account) {
        api.call("PUT", "/api/accounts/" + account + "/session", session(account));
        api.call("PATCH", "/api/accounts/" + account, "{\"usedAlone\": true, \"standard\": true}");
    }

    static String launcher() {
        return System.getProperty("cadeau.launcher", "./cadeau");
    }

    /** The id of a new send of Roses to @demo. */
    String send(int quantity, double cps) {
        return send("main", quantity, cps);
    }

    String send(String account, int quantity, double cps) {
        return api.post(
                        "/api/send",
                        Map.of(
                                "streamer",
                                "@demo",
                                "gift",
                                "Rose",
                                "quantity",
                                quantity,
                                "cps",
                                cps,
                                "account",
                                account))
                .path("id")
                .asString();
    }

    /** The receipt, once the send has ended. */
    JsonNode receipt(String send, Duration within) {
        var deadline = System.nanoTime() + within.toNanos();
        var receipt = api.get("/api/sends/" + send);
        while (!ENDS.contains(receipt.path("state").asString())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ended within " + within + ": " + receipt);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            receipt = api.get("/api/sends/" + send);
        }
        return receipt;
    }

    /** The receipt of a send that has ended. */
    Optional<JsonNode> ended(String send) {
        var receipt = api.get("/api/sends/" + send);
        return ENDS.contains(receipt.path("state").asString()) ? Optional.of(receipt) : Optional.empty();
    }

    /** A benchmark spends more than a person would. */
    void unlimited() {
        for (var period : List.of("HOUR", "DAY", "MONTH")) {
            api.call(
                    "PUT",
                    "/api/budgets",
                    "{\"scope\": \"ALL\", \"period\": \"" + period + "\", \"coins\": 100000000}");
        }
    }

    JsonNode stop(String send) {
        return api.post("/api/stop", Map.of("send", send));
    }

    JsonNode stopAll() {
        return api.post("/api/stop", Map.of("all", true));
    }

    Web api() {
        return api;
    }

    String authorization() {
        return "Bearer " + token();
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + port() + "/api/live");
    }

    ProcessTree tree() {
        return program.tree();
    }

    /** What a command line needs to find this daemon. */
    Map<String, String> environment() {
        return environment;
    }

    int port() {
        return Integer.parseInt(api.base().substring(api.base().lastIndexOf(':') + 1));
    }

    private String token() {
        try {
            return Files.readString(Path.of(String.valueOf(environment.get("CADEAU_HOME")), "token"))
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cadeau-bench");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String session(String account) {
        return """
                {"cookies": [{"name": "sessionid", "value": "sim-%s", "domain": "127.0.0.1", "path": "/", "expires": -1,
                  "httpOnly": true, "secure": false, "sameSite": "Lax"}], "origins": []}""".formatted(account);
    }

    @Override
    public void close() {
        program.close();
    }
}
