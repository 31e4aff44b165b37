package app.cadeau.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Many readers of the WebSocket, each on a connection of its own. */
final class Watchers implements AutoCloseable {

    private final List<Heard> heard;
    private final List<WebSocket> sockets;
    private final HttpClient http;

    private Watchers(HttpClient http, List<Heard> heard, List<WebSocket> sockets) {
        this.http = http;
        this.heard = heard;
        this.sockets = sockets;
    }

    static Watchers come(int many, URI socket, String authorization) {
        var http = HttpClient.newHttpClient();
        var heard = IntStream.range(0, many).mapToObj(number -> new Heard()).toList();
        var sockets = heard.stream()
                .map(reader -> http.newWebSocketBuilder()
                        .header("Authorization", authorization)
                        .buildAsync(socket, listener(reader))
                        .join())
                .toList();
        return new Watchers(http, heard, sockets);
    }

    private static WebSocket.Listener listener(Heard reader) {
        return new WebSocket.Listener() {
            private final StringBuilder part = new StringBuilder();

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                part.append(text);
                if (last) {
                    reader.add(part.toString());
                    part.setLength(0);
                }
                socket.request(1);
                return null;
            }
        };
    }

    void awaitEnd(String send, Duration within) {
        var deadline = System.nanoTime() + within.toNanos();
        while (!heard.stream().allMatch(reader -> reader.ended(send))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a reader did not hear the end within " + within);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    long[] sinceTold(String send) {
        return heard.stream()
                .flatMap(reader -> reader.of(send).stream())
                .mapToLong(one -> one.came() - one.told())
                .toArray();
    }

    /** For each reader and each gift: from the moment at which it was proved to the first message that counts it. */
    long[] sinceWitness(String send, long[] proved) {
        return heard.stream()
                .flatMapToLong(reader -> since(reader.of(send), proved, Heard.Message::came))
                .toArray();
    }

    /** The same, to when that message was told. */
    long[] fromWitnessToTold(String send, long[] proved) {
        return since(heard.getFirst().of(send), proved, Heard.Message::told).toArray();
    }

    private static LongStream since(List<Heard.Message> messages, long[] proved, ToLongFunction<Heard.Message> moment) {
        var late = LongStream.builder();
        var gift = 0;
        for (var message : messages) {
            for (; gift < Math.min(message.confirmed(), proved.length); gift++) {
                late.add(moment.applyAsLong(message) - proved[gift]);
            }
        }
        return late.build();
    }

    String messages(String send) {
        var counts = heard.stream().mapToInt(reader -> reader.of(send).size()).summaryStatistics();
        return counts.getMin() == counts.getMax() ? "" + counts.getMin() : counts.getMin() + " to " + counts.getMax();
    }

    String states(String send) {
        return heard.stream()
                .map(reader -> reader.states(send))
                .distinct()
                .reduce("", (one, other) -> one.isEmpty() ? other : one + "; " + other);
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
        http.shutdownNow();
    }
}
