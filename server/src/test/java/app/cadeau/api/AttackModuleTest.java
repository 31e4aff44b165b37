package app.cadeau.api;

import static app.cadeau.api.Calls.code;
import static app.cadeau.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers try, against a real daemon: all of it is refused, nothing is told, and the daemon goes on. */
class AttackModuleTest {

    private static final String PASSWORD = "a long and quiet evening";

    @TempDir
    static Path home;

    @AutoClose
    private static Daemon daemon;

    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(home, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"));
        calls = Calls.of(daemon, home);
        assertThat(calls.owner(
                                "POST",
                                "/api/auth/first-admin",
                                "{\"name\": \"ada\", \"password\": \"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(201);
        calls.owner(
                "PUT",
                "/api/accounts/main/session",
                "{\"cookies\": [{\"name\": \"s\", \"value\": \"s\", \"domain\": \"127.0.0.1\", \"path\": \"/\"}], \"origins\": []}");
    }

    @AfterEach
    void theDaemonGoesOn() throws Exception {
        assertThat(calls.owner("GET", "/api/status", "").statusCode()).isEqualTo(200);
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String head(String line, String... more) {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + daemon.port() + "\r\nConnection: close\r\n"
                + String.join("", more) + "\r\n";
    }

    @Test
    void aTamperedTokenOpensNothing() throws Exception {
        var good = json(calls.logIn("ada", PASSWORD)).path("accessToken").asString();
        assertThat(calls.bearer(good, "GET", "/api/members", "").statusCode()).isEqualTo(200);
        var parts = good.split("\\.");
        for (var bad : List.of(
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "x." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2].substring(2),
                good + "." + parts[2],
                "..",
                "x".repeat(7_000))) {
            var answer = calls.bearer(bad, "GET", "/api/members", "");
            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("LOGIN_NEEDED");
            assertThat(answer.body()).doesNotContain("ada").doesNotContain("Exception");
        }
    }

    @Test
    void aPageOfAnotherSiteChangesNothingEvenWithTheCookie() throws Exception {
        var page = calls.page("ada", PASSWORD);
        var stop = "{\"all\": true}";
        assertThat(page.call("POST", "/api/stop", stop).statusCode()).isEqualTo(200);
        var cookie = page.cookie();
        for (var headers : List.of(
                new String[] {"Cookie", cookie},
                new String[] {"Cookie", cookie, "Origin", calls.origin()},
                new String[] {"Cookie", cookie, "X-CSRF-Token", page.csrf()},
                new String[] {"Cookie", cookie, "Origin", calls.origin(), "X-CSRF-Token", "x"},
                new String[] {"Cookie", cookie, "Origin", "https://evil.example", "X-CSRF-Token", page.csrf()},
                new String[] {"Cookie", cookie, "Origin", "null", "X-CSRF-Token", page.csrf()})) {
            assertThat(calls.bare("POST", "/api/stop", stop, headers).statusCode())
                    .as(String.join(" ", headers))
                    .isEqualTo(403);
        }
        var other = calls.page("ada", PASSWORD);
        assertThat(code(calls.bare(
                        "POST",
                        "/api/stop",
                        stop,
                        "Cookie",
                        cookie,
                        "Origin",
                        calls.origin(),
                        "X-CSRF-Token",
                        other.csrf())))
                .as("the text of another session")
                .isEqualTo("CSRF");
    }

    @Test
    void noOtherSiteReadsAnAnswer() throws Exception {
        var page = calls.page("ada", PASSWORD);
        var preflight = calls.bare(
                "OPTIONS", "/api/stop", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
        assertThat(preflight.statusCode()).isEqualTo(403);
        var answer = page.get("/api/status");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aSocketOfAnotherSiteIsNotOpened() throws Exception {
        var page = calls.page("ada", PASSWORD);
        var upgrade =
                "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        var connection =
                "GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:" + daemon.port() + "\r\nConnection: Upgrade\r\n" + upgrade;
        try (var socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(10_000);
            var evil = connection + "Origin: https://evil.example\r\nCookie: " + page.cookie() + "\r\n\r\n";
            socket.getOutputStream().write(evil.getBytes(StandardCharsets.ISO_8859_1));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertThat(line).isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void aScriptInANameStaysATextInJson() throws Exception {
        var script = "<script>alert(1)</script>";
        var gift = "{\"streamer\": \"@demo\", \"gift\": \"" + script + "\", \"quantity\": 1}";
        var sent = calls.bare(
                "POST", "/api/send", gift, "Authorization", "Bearer " + calls.token(), "Idempotency-Key", "xss1");
        for (var path : List.of("/api/sends", "/api/sends?streamer=" + "%3Cscript%3E", "/api/status")) {
            var answer = calls.owner("GET", path, "");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .matches("application/(problem\\+)?json.*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(sent.headers().firstValue("Content-Type").orElse("")).contains("json");
        var streamer = gift.replace("@demo", "@" + script);
        assertThat(code(calls.bare(
                        "POST",
                        "/api/send",
                        streamer,
                        "Authorization",
                        "Bearer " + calls.token(),
                        "Idempotency-Key",
                        "xss2")))
                .isEqualTo("BAD_FIELD");
        var member = "{\"name\": \"" + script + "\", \"password\": \"" + PASSWORD + "\", \"role\": \"SENDER\"}";
        assertThat(code(calls.owner("POST", "/api/members", member))).isEqualTo("BAD_FIELD");
        assertThat(raw(head("GET /" + "%3Cscript%3Ealert(1)%3C/script%3E"))).doesNotContain("<script>");
    }

    @Test
    void aPathLeadsNowhereButToOurPages() throws Exception {
        for (var path : List.of(
                "/../token",
                "/%2e%2e/token",
                "/..%2ftoken",
                "/%2e%2e%2f%2e%2e%2fetc/passwd",
                "/css/../../../etc/passwd",
                "/css/..%5c..%5ctoken",
                "//etc/passwd",
                "/file:/etc/passwd",
                "/css/%00.css",
                "/application.yaml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/;/token",
                "/css/;a=b/../../token")) {
            var answer = raw(head("GET " + path));
            assertThat(answer.substring(9, 12)).as(path).isIn("400", "401", "403", "404");
            assertThat(answer)
                    .as(path)
                    .doesNotContain(calls.token())
                    .doesNotContain("root:")
                    .doesNotContain("at org.");
        }
        for (var path : List.of(
                "/api/../api/status",
                "/API/status",
                "/api/status;x=y",
                "//api/status",
                "/%61pi/status",
                "/api/%73tatus")) {
            assertThat(raw(head("GET " + path)).substring(9, 12)).as(path).isIn("400", "401", "403", "404");
        }
        for (var id : List.of("..%2f..%2ftoken", "%2e%2e", "01ARZ3NDEKTSV4RRFFQ69G5FAV%2f..%2f..")) {
            var answer = calls.owner("GET", "/api/sends/" + id + "/evidence", "");
            assertThat(answer.statusCode()).as(id).isIn(400, 404);
        }
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        assertThat(raw(head("POST /api/auth/login", "Content-Length: 99999999999\r\n")))
                .startsWith("HTTP/1.1 413");
        assertThat(raw(head("POST /api/auth/login", "Transfer-Encoding: chunked\r\n")))
                .startsWith("HTTP/1.1 411");
        assertThat(raw(head("GET /", "X-Long: " + "x".repeat(20_000) + "\r\n")).substring(9, 12))
                .isIn("400", "431");
        assertThat(raw(head("GET /" + "x".repeat(20_000))).substring(9, 12)).isIn("400", "414");
        var deep = "[".repeat(50_000) + "]".repeat(50_000);
        assertThat(calls.owner("POST", "/api/stop", deep).statusCode()).isEqualTo(400);
        var many = "{\"name\": \"" + "x".repeat(900_000) + "\", \"password\": \"" + PASSWORD + "\"}";
        assertThat(calls.bare("POST", "/api/auth/login", many).statusCode()).isIn(401, 429);
    }

    @Test
    void aLineBreakInAValueMakesNoHeader() throws Exception {
        for (var value : List.of("/?key=a%0d%0aSet-Cookie:%20evil=1", "/api/sends?before=%0d%0aX-Evil:%201")) {
            var answer = raw(head("GET " + value, "Authorization: Bearer " + calls.token() + "\r\n"));
            assertThat(answer.split("\r\n\r\n", 2)[0].toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("evil");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + daemon.port()
                        + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(head("POST /api/stop", "Content-Length: 5\r\n", "Content-Length: 6\r\n")))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void slowCallersKeepNobodyElseOut() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 120; i++) {
                var socket = new Socket("127.0.0.1", daemon.port());
                socket.getOutputStream()
                        .write("POST /api/auth/login HTTP/1.1\r\nHost: 127".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            var began = System.nanoTime();
            assertThat(calls.owner("GET", "/api/status", "").statusCode()).isEqualTo(200);
            assertThat(Duration.since(began)).isLessThan(5_000);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void anUnknownFieldOrMethodTellsNothingOfTheInside() throws Exception {
        assertThat(code(calls.bare("POST", "/api/auth/login", "{\"name\": 1, \"password\": {}}")))
                .isEqualTo("BAD_FIELD");
        assertThat(raw(head("TRACE /")).substring(9, 12)).isIn("405", "501", "400");
        assertThat(raw(head("DELETE /gift-sender.html")).substring(9, 12)).isEqualTo("405");
        for (var path : List.of("/error", "/actuator", "/actuator/env", "/api", "/api/", "/h2-console")) {
            var answer = raw(head("GET " + path));
            assertThat(answer.substring(9, 12)).as(path).isIn("401", "404", "500");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("Exception")
                    .doesNotContain("Whitelabel")
                    .doesNotContain("Tomcat");
        }
    }

    @Test
    void aTokenOfARemovedKeyFileOpensNothing(@TempDir Path elsewhere) throws Exception {
        try (var other = Daemon.start(elsewhere, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"))) {
            var theirs = Calls.of(other, elsewhere);
            theirs.owner("POST", "/api/auth/first-admin", "{\"name\": \"ada\", \"password\": \"" + PASSWORD + "\"}");
            var token = json(theirs.logIn("ada", PASSWORD)).path("accessToken").asString();
            assertThat(calls.bearer(token, "GET", "/api/status", "").statusCode())
                    .isEqualTo(401);
            assertThat(theirs.bearer(calls.token(), "GET", "/api/status", "").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @Tag("long")
    void tenThousandBadLogInsSlowNobodyDown(@TempDir Path elsewhere) throws Exception {
        try (var other = Daemon.start(elsewhere, Map.of("cadeau.port", "0", "cadeau.queue-held", "true"));
                var crowd = Executors.newFixedThreadPool(16)) {
            var theirs = Calls.of(other, elsewhere);
            var hashed = new AtomicInteger();
            var throttled = new AtomicInteger();
            for (var i = 0; i < 10_000; i++) {
                var name = i % 2 == 0 ? "ada" : "name" + i;
                crowd.execute(() -> count(theirs, name, hashed, throttled));
            }
            crowd.shutdown();
            long worst = 0;
            while (!crowd.awaitTermination(100, TimeUnit.MILLISECONDS)) {
                var began = System.nanoTime();
                assertThat(theirs.owner("GET", "/api/status", "").statusCode()).isEqualTo(200);
                worst = Math.max(worst, Duration.since(began));
            }
            assertThat(hashed.get() + throttled.get()).isEqualTo(10_000);
            assertThat(hashed.get()).as("tries that were hashed").isLessThan(200);
            assertThat(worst)
                    .as("milliseconds of the slowest good call meanwhile")
                    .isLessThan(3_000);
        }
    }

    private static void count(Calls calls, String name, AtomicInteger hashed, AtomicInteger throttled) {
        try {
            switch (calls.logIn(name, "wrong password number").statusCode()) {
                case 401 -> hashed.incrementAndGet();
                case 429 -> throttled.incrementAndGet();
                default -> {}
            }
        } catch (IOException failed) {
            // Counted by its absence.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds since a reading of the counter. */
    private static final class Duration {
        static long since(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
        }
    }
}
