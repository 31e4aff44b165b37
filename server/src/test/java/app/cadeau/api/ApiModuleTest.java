package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real daemon on a free port. Its queue is paused, so that no send opens a page. */
class ApiModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "s", "domain": "127.0.0.1", "path": "/"}], "origins": []}""";

    @TempDir
    static Path home;

    @AutoClose
    private static Daemon daemon;

    private static String token;

    @BeforeAll
    static void start() throws Exception {
        daemon = Daemon.start(home, Map.of("cadeau.port", "0"));
        token = Files.readString(home.resolve("token")).strip();
        call("POST", "/api/queue/pause", "{}");
        call("PUT", "/api/accounts/main/session", SESSION);
        call("PATCH", "/api/accounts/main", "{\"standard\": true}");
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + daemon.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        } else if (path.equals("/api/send")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(request);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Test
    void asksForATokenAndTellsNothingWithoutIt() throws Exception {
        for (var path : new String[] {"/api/status", "/api/sends", "/api/accounts", "/api/nothing-here"}) {
            var response = send(to(path));
            assertThat(response.statusCode()).as(path).isEqualTo(401);
            assertThat(json(response).get("code").asString()).isEqualTo("LOGIN_NEEDED");
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(send(to("/api/status").header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(to("/api/health/live")).statusCode()).isEqualTo(200);
        assertThat(send(to("/api/health/ready")).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/status", "").statusCode()).isEqualTo(200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsItsDataToItsOwner() throws Exception {
        for (var file : new String[] {"cadeau.db", "cadeau.db-wal", "master.key", "token"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void answersToItsOwnAddressOnlyAndToNoPageOfAnotherSite() throws Exception {
        assertThat(raw("GET /api/health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(call("POST", "/api/stop", "{\"all\": true}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/api/stop", "{\"all\": true}", "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/api/stop", "{\"account\": \"main\"}", "Origin", "http://127.0.0.1:" + daemon.port())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", daemon.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aWrongNameNeverLooksLikeAStopOrAPause() throws Exception {
        for (var order : new String[] {"{\"account\": \"ghost\"}", "{\"send\": \"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}"}) {
            assertThat(call("POST", "/api/stop", order).statusCode()).as(order).isEqualTo(404);
        }
        assertThat(call("POST", "/api/queue/pause", "{\"account\": \"ghost\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyProblemHasACodeAndSaysWhetherCoinsWereSpent() throws Exception {
        var problem = json(call("GET", "/api/sends?state=FOO", ""));
        assertThat(problem.path("code").asString("")).isEqualTo("BAD_FIELD");
        assertThat(problem.path("detail").asString("")).startsWith("state: ");
        assertThat(json(call("GET", "/api/nothing-here", "")).path("code").asString(""))
                .isEqualTo("NOT_FOUND");
        assertThat(json(call("GET", "/api/stop", "")).path("spent").asString(""))
                .isEqualTo("no");
    }

    @Test
    void takesAnOrderOnceForAKeyHoweverOftenItIsAsked() throws Exception {
        var order = "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 3}";
        var same = "{\"quantity\":3, \"gift\":\"Rose\",\"streamer\":\"@demo\", \"account\": null}";
        var first = call("POST", "/api/send", order, "Idempotency-Key", "\"k1\"");
        var again = call("POST", "/api/send", same, "Idempotency-Key", "k1");
        var other = call("POST", "/api/send", order.replace("3", "4"), "Idempotency-Key", "k1");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("spent").asString()).isEqualTo("no");
    }

    @Test
    void spreadsAnOrderOverAccountsOnceForAKeyAndSumsItUp() throws Exception {
        call("POST", "/api/accounts", "{\"name\": \"second\"}");
        call("POST", "/api/accounts", "{\"name\": \"third\"}");
        var order = """
                {"streamer": "@demo", "gift": "Rose", "quantity": 1000, "accounts": ["main", "second", "third"]}""";
        var first = call("POST", "/api/send", order, "Idempotency-Key", "c1");
        var again = call("POST", "/api/send", order, "Idempotency-Key", "c1");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        var id = json(first).get("id").asString();
        assertThat(json(again).get("id").asString()).isEqualTo(id);
        assertThat(call("POST", "/api/send", order.replace("1000", "999"), "Idempotency-Key", "c1")
                        .statusCode())
                .isEqualTo(422);
        var campaign = json(call("GET", "/api/campaigns/" + id, ""));
        assertThat(campaign.get("requested").asInt()).isEqualTo(1000);
        assertThat(campaign.get("state").asString()).isEqualTo("RUNNING");
        assertThat(campaign.get("sends")
                        .valueStream()
                        .map(send -> send.get("requested").asInt() + " "
                                + send.get("account").asString() + " "
                                + send.get("campaign").asString().equals(id)))
                .containsExactly("334 main true", "333 second true", "333 third true");
        assertThat(json(call("POST", "/api/stop", "{\"campaign\": \"" + id + "\"}"))
                        .get("sends")
                        .size())
                .isEqualTo(3);
        assertThat(json(call("GET", "/api/campaigns/" + id, "")).get("state").asString())
                .isEqualTo("STOPPED");
        assertThat(call("POST", "/api/stop", "{\"campaign\": \"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsAReceiptAsTheContractHasIt() throws Exception {
        var sent = json(call("POST", "/api/send", "{\"streamer\": \"demo\", \"gift\": 5655, \"quantity\": 100}"));
        var receipt = json(call("GET", "/api/sends/" + sent.get("id").asString(), ""));
        assertThat(receipt.propertyNames())
                .containsExactly(
                        "id",
                        "state",
                        "streamer",
                        "account",
                        "gift",
                        "requested",
                        "confirmed",
                        "unknown",
                        "presses",
                        "coinsSpent",
                        "coinsInDoubt",
                        "excess",
                        "balanceBefore",
                        "balanceAfter",
                        "cpsRequested",
                        "cpsAchieved",
                        "witnesses",
                        "reason",
                        "queuedAt",
                        "firstPressAt",
                        "finishedAt",
                        "evidence",
                        "priority",
                        "queuePosition",
                        "campaign",
                        "member",
                        "waitingFor");
        assertThat(receipt.get("state").asString()).isEqualTo("QUEUED");
        assertThat(receipt.get("streamer").asString()).isEqualTo("@demo");
        assertThat(receipt.get("gift").toString()).isEqualTo("{\"id\":5655,\"name\":\"Rose\",\"coins\":1}");
        assertThat(receipt.get("witnesses").toString()).isEqualTo("{\"response\":0,\"echo\":0,\"balance\":null}");
        assertThat(receipt.get("cpsRequested").doubleValue()).isEqualTo(12.0);
        assertThat(receipt.get("queuedAt").asString()).matches("2\\d{3}-.*Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": 0}
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": 10001}
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": 99999999999}
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": 1.5}
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": "100"}
            quantity | {"streamer": "@demo", "gift": "Rose"}
            cps      | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "cps": 12.1}
            cps      | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "cps": 0.9}
            streamer | {"gift": "Rose", "quantity": 1}
            streamer | {"streamer": "a b", "gift": "Rose", "quantity": 1}
            gift     | {"streamer": "@demo", "gift": "", "quantity": 1}
            gift     | {"streamer": "@demo", "gift": 1.5, "quantity": 1}
            price    | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "price": -1}
            notAfter | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "notAfter": "soon"}
            accounts | {"streamer": "@demo", "gift": "Rose", "quantity": 3, "account": "main", "accounts": ["main"]}
            accounts | {"streamer": "@demo", "gift": "Rose", "quantity": 3, "accounts": ["main", "main"]}
            accounts | {"streamer": "@demo", "gift": "Rose", "quantity": 3, "accounts": "main"}
            accounts | {"streamer": "@demo", "gift": "Rose", "quantity": 3, "accounts": []}
            quantity | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "accounts": ["main", "second"]}
            priority | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "priority": "urgent"}
            account  | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "account": "a/b"}
            colour   | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "colour": "red"}
            body     | {"streamer": "@demo", "gift": "Rose", "quantity": 1, "quantity": 2}
            body     | [1]
            body     | {
            """)
    void namesTheFieldThatIsWrong(String field, String order) throws Exception {
        var response = call("POST", "/api/send", order);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json(response).get("field").asString()).isEqualTo(field);
        assertThat(json(response).get("spent").asString()).isEqualTo("no");
    }

    @Test
    void listsTheGiftsThatAnAmbiguousNameFits() throws Exception {
        var response = call("POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"heart\", \"quantity\": 1}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asString()).isEqualTo("GIFT_AMBIGUOUS");
        assertThat(json(response).get("choices").size()).isGreaterThan(1);
    }

    @Test
    void refusesABodyThatIsTooLargeOrOfUnknownLength() throws Exception {
        assertThat(call("POST", "/api/send", "\"" + "x".repeat(1_100_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(raw("POST /api/send HTTP/1.1\r\nHost: 127.0.0.1:" + daemon.port()
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 411");
    }

    @Test
    void stopsWhatWaits() throws Exception {
        var sent = json(call("POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 1}"));
        var id = sent.get("id").asString();
        var stopped = call("POST", "/api/stop", "{\"send\": \"" + id + "\"}");
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(200);
        assertThat(stopped.body()).isEqualTo("{\"sends\":[\"" + id + "\"],\"draining\":0}");
        assertThat(json(call("GET", "/api/sends/" + id, "")).get("state").asString())
                .isEqualTo("STOPPED");
        assertThat(call("POST", "/api/stop", "{}").statusCode()).isEqualTo(400);
        assertThat(call("POST", "/api/sends/" + id + "/resolve", "{\"landed\": 1, \"reason\": \"seen\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void namesTheAccountsThatAreHeld() throws Exception {
        var paused = json(call("POST", "/api/queue/pause", "{\"account\": \"main\"}"));
        assertThat(paused.get("pausedAccounts").toString()).isEqualTo("[\"main\"]");
        assertThat(json(call("GET", "/api/status", "")).get("queue")).isEqualTo(paused);
        assertThat(call("POST", "/api/queue/resume", "{\"account\": \"main\"}").body())
                .contains("\"paused\":true,\"held\":false,\"pausedAccounts\":[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason | {"landed": 1, "reason": ""}
            landed | {"landed": -1, "reason": "seen"}
            landed | {"landed": 2, "reason": "seen"}
            """)
    void namesTheFieldThatCannotSettle(String field, String said) throws Exception {
        var sent = call("POST", "/api/send", "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 1}");
        var path = "/api/sends/" + json(sent).get("id").asString();
        assertThat(json(call("GET", path, "")).get("queuedAt"))
                .isEqualTo(json(sent).get("queuedAt"));
        var answer = call("POST", path + "/resolve", said);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
    }

    @Test
    void pagesThroughSendsNewestFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            call("POST", "/api/send", "{\"streamer\": \"@pages\", \"gift\": \"Rose\", \"quantity\": 1}");
        }
        var first = json(call("GET", "/api/sends?limit=2", ""));
        var second = json(
                call("GET", "/api/sends?limit=2&before=" + first.get("next").asString(), ""));
        assertThat(first.get("sends").size()).isEqualTo(2);
        assertThat(first.get("sends").get(1).get("id").asString())
                .isGreaterThan(second.get("sends").get(0).get("id").asString());
        assertThat(call("GET", "/api/sends?limit=0", "").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/api/sends?state=NONSENSE", "").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/api/sends/01ARZ3NDEKTSV4RRFFQ69G5FAV", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesCareOfAccountsAndNeverTellsASession() throws Exception {
        assertThat(call("POST", "/api/accounts", "{\"name\": \"fourth\"}").statusCode())
                .isEqualTo(201);
        assertThat(call("POST", "/api/accounts", "{\"name\": \"fourth\"}").statusCode())
                .isEqualTo(409);
        assertThat(call("PATCH", "/api/accounts/fourth", "{\"usedAlone\": true}")
                        .body())
                .startsWith(
                        "{\"name\":\"fourth\",\"usedAlone\":true,\"standard\":false,\"session\":false,\"shut\":null,")
                .contains("\"state\":\"NO_SESSION\"", "cadeau accounts login fourth");
        assertThat(call("PATCH", "/api/accounts/fourth", "{\"exposureCap\": 70}")
                        .body())
                .contains("\"exposureCap\":70");
        assertThat(call("PATCH", "/api/accounts/fourth", "{\"exposureCap\": 0}").statusCode())
                .isEqualTo(400);
        assertThat(call("PUT", "/api/accounts/fourth/session", "{\"cookies\": []}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("PUT", "/api/accounts/fourth/session", SESSION).body()).doesNotContain("sessionid");
        assertThat(call("POST", "/api/accounts/fourth/clear", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(call("DELETE", "/api/accounts/fourth", "").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", "/api/accounts/fourth", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gift-sender.html", "/css/app.css", "/js/shell.js", "/i18n/fr.json"})
    void thePagesLoadWithoutATokenUnderAStrictPolicy(String path) throws Exception {
        var page = send(to(path));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("style=");
    }

    @ParameterizedTest
    @CsvSource({
        "/gift-sender.html,text/html",
        "/css/app.css,text/css",
        "/js/shell.js,text/javascript",
        "/icon.svg,image/svg+xml"
    })
    void thePagesAreAskedForAgainAndSentOnlyWhenTheyChanged(String path, String type) throws Exception {
        var page = send(to(path).header("Accept-Encoding", "gzip"));
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        if (!path.endsWith(".svg")) {
            assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        }
        var again = send(to(path).header(
                        "If-None-Match", page.headers().firstValue("ETag").orElseThrow()));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theFrontDoorLeadsToTheGiftSender() throws Exception {
        var door = send(to("/"));
        assertThat(door.statusCode()).isEqualTo(303);
        assertThat(door.headers().firstValue("Location")).contains("/gift-sender.html");
    }

    @Test
    void aLinkLetsABrowserInOnce() throws Exception {
        var key = json(call("POST", "/api/page-key", "")).get("key").asString();
        var first = send(to("/?key=" + key));
        assertThat(first.statusCode()).isEqualTo(303);
        var cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(send(to("/?key=" + key)).headers().firstValue("Set-Cookie")).isEmpty();
        var pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(send(to("/api/status").header("Cookie", pair)).statusCode()).isEqualTo(200);
        for (var forged : new String[] {"x", "9999999999.x", ".", pair.substring(pair.indexOf('=') + 2)}) {
            assertThat(send(to("/api/status").header("Cookie", pair.substring(0, pair.indexOf('=') + 1) + forged))
                            .statusCode())
                    .as(forged)
                    .isEqualTo(401);
        }
        assertThat(send(to("/api/queue/pause").header("Cookie", pair).POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .as("a change by cookie says where it comes from")
                .isEqualTo(403);
    }

    @Test
    void aSecondDaemonOnTheSameHomeIsRefused(@TempDir Path other) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Daemon.start(home, Map.of("cadeau.port", "0"))))
                .hasMessageContaining("Another Cadeau daemon works in");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Daemon.start(other, Map.of("cadeau.port", Integer.toString(daemon.port())))))
                .hasMessageContaining("is taken by another program");
    }

    @Test
    void aRealSiteIsRefusedUntilThereIsConsent(@TempDir Path other) throws Exception {
        var real = Map.of("cadeau.port", "0", "cadeau.live.url", "https://www.tiktok.com");
        try (var elsewhere = Daemon.start(other, real)) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + elsewhere.port() + "/api/send"))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(other.resolve("token")).strip())
                    .POST(BodyPublishers.ofString("{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 1}"));
            var response = send(request);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(json(response).get("code").asString()).isEqualTo("CONSENT_NEEDED");
        }
    }
}
