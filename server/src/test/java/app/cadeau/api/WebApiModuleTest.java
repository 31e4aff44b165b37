package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages and scripts rely on, with the real daemon. Its queue is paused, so that no send opens a page. */
class WebApiModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SESSION = """
            {"cookies": [{"name": "sessionid", "value": "s", "domain": "127.0.0.1", "path": "/"}], "origins": []}""";
    private static final String ROSE = "{\"streamer\": \"@demo\", \"gift\": \"Rose\", \"quantity\": 3}";

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
    }

    private static HttpResponse<String> call(String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + daemon.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static JsonNode send(String order) throws Exception {
        var sent = call(
                "POST", "/api/send", order, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return json(sent);
    }

    /** One who watches; what it hears waits to be taken. */
    private static final class Watcher implements WebSocket.Listener {
        final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        final StringBuilder part = new StringBuilder();

        static Watcher by(String query, String... headers) {
            var watcher = new Watcher();
            var builder = HTTP.newWebSocketBuilder();
            for (var at = 0; at < headers.length; at += 2) {
                builder.header(headers[at], headers[at + 1]);
            }
            builder.buildAsync(URI.create("ws://127.0.0.1:" + daemon.port() + "/api/live" + query), watcher)
                    .join();
            return watcher;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(JSON.readTree(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
            var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (System.nanoTime() < end) {
                var message = heard.poll(1, TimeUnit.SECONDS);
                if (message != null && wanted.test(message)) {
                    return message;
                }
            }
            throw new AssertionError("nothing of the kind was told within 10 s");
        }

        JsonNode next(String type) throws InterruptedException {
            return next(message -> message.get("type").asString().equals(type));
        }
    }

    private static int refusal(String query, String... headers) {
        try {
            Watcher.by(query, headers);
            return 101;
        } catch (CompletionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException answer
                    ? answer.getResponse().statusCode()
                    : -1;
        }
    }

    @Test
    void saysThatAnOrderNeedsAKeyAndShowsWhenAnAnswerIsAReplay() throws Exception {
        var without = call("POST", "/api/send", ROSE);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(json(without).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(json(without).get("instance").asString()).isEqualTo("/api/send");
        var first = call("POST", "/api/send", ROSE, "Idempotency-Key", "replayed");
        var again = call("POST", "/api/send", ROSE, "Idempotency-Key", "replayed");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        var place = first.headers().firstValue("Location").orElseThrow();
        assertThat(json(call("GET", place, "")).get("id")).isEqualTo(json(first).get("id"));
    }

    @Test
    void whoAsksAgainWhileTheFirstCallIsHandledIsToldSoAndThenGetsItsSend() throws Exception {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("cadeau.db"));
                var hold = database.createStatement()) {
            hold.execute("begin immediate");
            var one = CompletableFuture.supplyAsync(() -> sent("slow"));
            var other = CompletableFuture.supplyAsync(() -> sent("slow"));
            var quick = (HttpResponse<?>) CompletableFuture.anyOf(one, other).get(10, TimeUnit.SECONDS);
            hold.execute("rollback");
            assertThat(quick.statusCode()).as(String.valueOf(quick.body())).isEqualTo(409);
            assertThat(String.valueOf(quick.body()))
                    .contains("\"code\":\"IDEMPOTENCY_IN_PROGRESS\"")
                    .contains("\"spent\":\"no\"");
            var handled = one.get() == quick ? other.get(30, TimeUnit.SECONDS) : one.get(30, TimeUnit.SECONDS);
            assertThat(handled.statusCode()).as(handled.body()).isEqualTo(202);
            assertThat(json(sent("slow")).get("id")).isEqualTo(json(handled).get("id"));
        }
    }

    private static HttpResponse<String> sent(String key) {
        try {
            return call("POST", "/api/send", ROSE, "Idempotency-Key", key);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void quotesAtOnceWhatASendWouldCostAndWhatStandsInItsWay() throws Exception {
        var quote = json(call(
                "POST", "/api/quote", "{\"streamer\":\"@demo\",\"gift\":\"Rose\",\"quantity\":121,\"maxCoins\":100}"));
        assertThat(quote.get("cost").longValue()).isEqualTo(121);
        assertThat(quote.get("seconds").doubleValue()).isEqualTo(10.0);
        assertThat(quote.get("priceFrom").asString()).isEqualTo("CATALOGUE");
        assertThat(quote.get("points").longValue()).isEqualTo(121);
        assertThat(quote.get("refusals").get(0).get("code").asString()).isEqualTo("BUDGET_SPENT");
        assertThat(json(call("POST", "/api/quote", "{\"streamer\":\"@demo\",\"gift\":\"heart\",\"quantity\":1}"))
                        .get("code")
                        .asString())
                .isEqualTo("GIFT_AMBIGUOUS");
    }

    @Test
    void tellsWhoWatchesOfEverySendFromItsFirstStateToItsLast() throws Exception {
        var watcher = Watcher.by("", "Authorization", "Bearer " + token);
        var hello = watcher.next("hello");
        assertThat(hello.get("data").get("resumed").booleanValue()).isFalse();
        var id = send(ROSE).get("id");
        Predicate<JsonNode> ours = message -> message.get("type").asString().equals("send")
                && message.get("data").get("id").equals(id);
        var queued = watcher.next(ours);
        assertThat(queued.get("data").get("state").asString()).isEqualTo("QUEUED");
        assertThat(queued.get("data").get("armed").intValue()).isZero();
        assertThat(queued.get("data").get("pace").isEmpty()).isTrue();
        assertThat(queued.get("id").longValue()).isGreaterThan(hello.get("id").longValue());
        call("POST", "/api/stop", "{\"send\": " + id + "}");
        var ended = watcher.next(ours);
        assertThat(ended.get("data").get("state").asString()).isEqualTo("STOPPED");
        var resumed = Watcher.by("?after=" + queued.get("id").longValue(), "Authorization", "Bearer " + token);
        assertThat(resumed.next("hello").get("data").get("resumed").booleanValue())
                .isTrue();
        assertThat(resumed.next(ours)).isEqualTo(ended);
    }

    @Test
    void tellsWhatElseChangedWhileSomebodyWatches() throws Exception {
        var watcher = Watcher.by("", "Authorization", "Bearer " + token);
        watcher.next("hello");
        call("PUT", "/api/streams/@watched", "{\"note\": \"new\"}");
        assertThat(watcher.next("stream").get("data").get("streamer").asString())
                .isEqualTo("@watched");
        call("DELETE", "/api/streams/@watched", "");
        assertThat(watcher.next("stream").get("data").toString()).isEqualTo("{\"name\":\"@watched\",\"removed\":true}");
    }

    @Test
    void letsIntoTheWebSocketByTokenOrByATicketThatWorksOnce() throws Exception {
        var ticket = json(call("POST", "/api/live/ticket", "")).get("ticket").asString();
        assertThat(refusal("?ticket=" + ticket)).isEqualTo(101);
        assertThat(refusal("?ticket=" + ticket)).isEqualTo(401);
        assertThat(refusal("")).isEqualTo(401);
        assertThat(refusal("", "Authorization", "Bearer wrong")).isEqualTo(401);
        assertThat(refusal("", "Authorization", "Bearer " + token, "Origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(refusal("?after=x", "Authorization", "Bearer " + token)).isEqualTo(400);
    }

    @Test
    void pagesByCursorAndFilterAndNamesTheNextPage() throws Exception {
        for (var count = 0; count < 3; count++) {
            send("{\"streamer\": \"@filtered\", \"gift\": \"Rose\", \"quantity\": 2}");
        }
        var first = call("GET", "/api/sends?streamer=@filtered&gift=rose&limit=2", "");
        assertThat(json(first).get("sends").size()).isEqualTo(2);
        var link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith("; rel=\"next\"");
        var second = call("GET", link.substring(1, link.indexOf('>')), "");
        assertThat(json(second).get("sends").size()).isEqualTo(1);
        assertThat(json(second).get("next").isNull()).isTrue();
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(json(call("GET", "/api/sends?streamer=@filtered&to=2020-01-01", ""))
                        .get("sends")
                        .isEmpty())
                .isTrue();
        assertThat(json(call("GET", "/api/sends?streamer=@filtered&from=2020-01-01", ""))
                        .get("sends")
                        .size())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,x",
        "state,FOO",
        "cursor,x",
        "account,a/b",
        "streamer,a b",
        "from,soon",
        "to,2026-13-01"
    })
    void namesTheFilterThatCannotBeUnderstood(String field, String value) throws Exception {
        var answer = call("GET", "/api/sends?" + field + "=" + value.replace(" ", "%20"), "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
        assertThat(answer.body()).doesNotContain("app.cadeau");
    }

    @Test
    void keepsFavouriteStreamers() throws Exception {
        assertThat(call("PUT", "/api/streams/@fav", "{\"note\": \"Fridays\"}").statusCode())
                .isEqualTo(201);
        assertThat(call("PUT", "/api/streams/@fav", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/streams", "").body())
                .contains("\"streamer\":\"@fav\",\"favourite\":true,\"note\":\"Fridays\"");
        assertThat(call("DELETE", "/api/streams/@fav", "").statusCode()).isEqualTo(204);
        assertThat(call("DELETE", "/api/streams/@fav", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/api/streams/@fav/check", "").statusCode()).isEqualTo(404);
    }

    @Test
    void claimsNoMultiplierOfALiveThatNoPageHears() throws Exception {
        var line = json(call("GET", "/api/multiplier/@demo", ""));
        assertThat(line.get("value").intValue()).isEqualTo(1);
        assertThat(line.get("kind").asString()).isEqualTo("NONE");
        assertThat(line.get("confidence").asString()).isEqualTo("UNKNOWN");
        assertThat(line.get("source").asString()).isEqualTo("NOTHING_HEARD");
        for (var name : List.of("window", "seenAt", "next")) {
            assertThat(line.get(name).isNull()).as(name).isTrue();
        }
        assertThat(json(call("GET", "/api/multiplier/@a%20b", "")).get("field").asString())
                .isEqualTo("name");
    }

    @Test
    void exportsWhatAFilterFitsAndNoFormulas() throws Exception {
        for (var count = 0; count < 2; count++) {
            send("{\"streamer\": \"@exported\", \"gift\": \"Rose\", \"quantity\": 2}");
        }
        var csv = call("GET", "/api/sends/export?streamer=@exported", "");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(3).last().asString().contains(",QUEUED,'@exported,main,5655,Rose,1,2,");
        assertThat(csv.body()).contains(",finishedAt,member,balanceBefore,").contains(",,owner,,,12.0,,0,0,");
        assertThat(json(call("GET", "/api/sends?streamer=@exported&member=Owner", ""))
                        .get("sends")
                        .size())
                .isEqualTo(2);
        assertThat(json(call("GET", "/api/sends?streamer=@exported&member=ada", ""))
                        .get("sends")
                        .isEmpty())
                .isTrue();
        var all = json(call("GET", "/api/sends/export?format=json&streamer=@exported", ""));
        assertThat(all.size()).isEqualTo(2);
        assertThat(call("GET", "/api/sends/export?format=json&streamer=@nobody", "")
                        .body())
                .isEqualTo("[]");
        assertThat(call("GET", "/api/sends/export?format=xml", "").statusCode()).isEqualTo(400);
    }

    @Test
    void findsGiftsByAPartOfTheirName() throws Exception {
        var found = json(call("GET", "/api/gifts?q=ROSE&limit=3", ""));
        assertThat(found.size()).isBetween(1, 3);
        assertThat(found.get(0).get("name").asString()).containsIgnoringCase("rose");
        assertThat(json(call("GET", "/api/gifts?q=5655", "")).get(0).get("name").asString())
                .isEqualTo("Rose");
    }

    @Test
    void tellsItsFiguresToPrometheusAndEachCallerHowManyCallsAreLeft() throws Exception {
        var sent = send(ROSE);
        call("POST", "/api/stop", "{\"send\": \"" + sent.get("id").asString() + "\"}");
        var figures = call("GET", "/api/metrics", "");
        assertThat(figures.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(figures.body())
                .contains("cadeau_queue_waiting")
                .contains("cadeau_sends_ended_total{state=\"STOPPED\"}")
                .contains("jvm_memory_used_bytes");
        assertThat(figures.headers().firstValue("RateLimit-Policy")).contains("\"caller\";q=60000;w=60");
        assertThat(call("POST", "/api/stop", "{\"all\": true}").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @Test
    void thePriceThatWasAgreedToIsTheSendsOfAGiftByItsIdToo() throws Exception {
        var sent = send("{\"streamer\": \"@demo\", \"gift\": 5655, \"price\": 7, \"quantity\": 3}");
        assertThat(sent.at("/gift/coins").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"/api/send, price, 9223372036854775807", "/api/quote, price, 1000000000001", "/api/send, maxCoins, 0"})
    void coinsThatNobodyHasAreABadField(String path, String field, String coins) throws Exception {
        var order =
                "{\"streamer\": \"@demo\", \"gift\": \"New\", \"quantity\": 10000, \"%s\": %s}".formatted(field, coins);
        var refused =
                call("POST", path, order, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).path("field").asString()).isEqualTo(field);
        assertThat(json(refused).path("spent").asString()).isEqualTo("no");
    }

    @Test
    void theAuditTellsWhichBudgetBecameWhat() throws Exception {
        call(
                "PUT",
                "/api/budgets",
                "{\"scope\": \"ACCOUNT\", \"subject\": \"main\", \"period\": \"DAY\", \"coins\": 40}");
        call(
                "PUT",
                "/api/budgets",
                "{\"scope\": \"ACCOUNT\", \"subject\": \"main\", \"period\": \"DAY\", \"coins\": null}");
        assertThat(call("GET", "/api/audit", "").body()).contains("main, DAY: 40 coins", "main, DAY: no limit");
    }
}
