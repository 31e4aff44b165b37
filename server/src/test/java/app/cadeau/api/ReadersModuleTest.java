package app.cadeau.api;

import static app.cadeau.api.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Daemon;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may go on reading the WebSocket, and how many may. */
class ReadersModuleTest {

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
        for (var name : List.of("ada", "ben", "cleo")) {
            calls.owner(
                    "POST",
                    "/api/members",
                    "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\", \"role\": \"SENDER\"}");
        }
    }

    /** Who hangs up leaves its seat. */
    @AfterEach
    void nobodyWatchesAnyMore() throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!calls.owner("GET", "/api/metrics", "").body().contains("cadeau_live_readers 0.0")) {
            assertThat(System.nanoTime()).as("readers have left").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** One that reads on; {@code closed} is the status with which it was sent away. */
    private static final class Reader implements WebSocket.Listener {
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final CompletableFuture<Boolean> heard = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.complete(true);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }

    /** A client that ends with what it has open. */
    private record Line(HttpClient http) implements AutoCloseable {
        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private static CompletableFuture<WebSocket> begin(HttpClient http, Reader reader, String query, String bearer) {
        var socket = http.newWebSocketBuilder();
        if (!bearer.isEmpty()) {
            socket.header("Authorization", "Bearer " + bearer);
        }
        return socket.buildAsync(URI.create("ws://127.0.0.1:" + daemon.port() + "/api/live" + query), reader);
    }

    private static Reader read(HttpClient http, String query, String bearer) throws Exception {
        var reader = new Reader();
        begin(http, reader, query, bearer).join();
        assertThat(reader.heard.get(10, TimeUnit.SECONDS)).isTrue();
        return reader;
    }

    private static String access(String name) throws Exception {
        return json(calls.logIn(name, PASSWORD)).path("accessToken").asString();
    }

    @Test
    void aReaderIsSentAwayWhenItsSessionIsLoggedOutAndNobodyElseIs() throws Exception {
        try (var line = new Line(HttpClient.newHttpClient())) {
            var http = line.http();
            var phone = access("ada");
            var desk = access("ada");
            var onPhone = read(http, "", phone);
            var ticket = json(calls.bearer(phone, "POST", "/api/live/ticket", ""))
                    .path("ticket")
                    .asString();
            var byTicket = read(http, "?ticket=" + ticket, "");
            var onDesk = read(http, "", desk);
            var late = json(calls.bearer(phone, "POST", "/api/live/ticket", ""))
                    .path("ticket")
                    .asString();

            assertThat(calls.bearer(phone, "POST", "/api/auth/logout", "{}").statusCode())
                    .isEqualTo(204);

            assertThat(onPhone.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
            assertThat(byTicket.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
            assertThat(status(http, "?ticket=" + late, "")).isEqualTo(401);
            assertThat(onDesk.closed).isNotDone();
        }
    }

    @Test
    void aMemberWhoIsRemovedHearsNothingMore() throws Exception {
        try (var line = new Line(HttpClient.newHttpClient())) {
            var http = line.http();
            var theirs = read(http, "", access("ben"));
            var owners = read(http, "", calls.token());
            assertThat(calls.owner("DELETE", "/api/members/ben", "").statusCode())
                    .isEqualTo(204);
            assertThat(theirs.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
            assertThat(owners.closed).isNotDone();
        }
    }

    @Test
    void whenTooManyWatchTheNextOneIsToldToComeLater() throws Exception {
        try (var line = new Line(HttpClient.newHttpClient())) {
            var http = line.http();
            for (var reader = 0; reader < LiveReaders.MOST; reader++) {
                read(http, "", calls.token());
            }
            assertThat(status(http, "", calls.token())).isEqualTo(503);
        }
    }

    /** Each gets an answer to its handshake before it has its seat: they are let in together, and one seat is left. */
    @Test
    void noMoreMayWatchWhereManyComeInOneMoment() throws Exception {
        try (var line = new Line(HttpClient.newHttpClient())) {
            for (var reader = 0; reader < LiveReaders.MOST - 1; reader++) {
                read(line.http(), "", calls.token());
            }
            for (var round = 0; round < 20; round++) {
                onlyOneOf(40);
            }
        }
    }

    private static void onlyOneOf(int many) throws Exception {
        try (var line = new Line(HttpClient.newHttpClient())) {
            var ends = Stream.generate(Reader::new)
                    .limit(many)
                    .map(reader -> CompletableFuture.anyOf(
                            reader.heard,
                            begin(line.http(), reader, "", calls.token())
                                    .thenCompose(open -> reader.closed)
                                    .exceptionally(ReadersModuleTest::refused)))
                    .toList();
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

            assertThat(ends.stream().map(CompletableFuture::join).filter(told -> !Boolean.TRUE.equals(told)))
                    .hasSizeGreaterThanOrEqualTo(many - 1)
                    .isSubsetOf(503, 1013);
        }
    }

    private static int status(HttpClient http, String query, String bearer) {
        try {
            begin(http, new Reader(), query, bearer).join();
            return 101;
        } catch (CompletionException refused) {
            return refused(refused);
        }
    }

    private static int refused(Throwable why) {
        return why.getCause() instanceof WebSocketHandshakeException answer
                ? answer.getResponse().statusCode()
                : -1;
    }
}
