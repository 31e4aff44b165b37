package app.cadeau.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Speaks to the simulator as the page does, without a page. */
final class Caller {

    /** A signed gift/list call; the room's id goes behind it. */
    static final String LIST = "/webcast/gift/list/?aid=1988&X-Bogus=test&room_id=";

    private static final String SEND = "/webcast/gift/send/?aid=1988&X-Bogus=test";

    private final Simulator simulator;
    private final String session;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Duration patience;

    Caller(Simulator simulator, String session) {
        this(simulator, session, Duration.ofSeconds(20));
    }

    private Caller(Simulator simulator, String session, Duration patience) {
        this.simulator = simulator;
        this.session = session;
        this.patience = patience;
    }

    /** The same one, who does not wait long for an answer. */
    Caller impatient() {
        return new Caller(simulator, session, Duration.ofMillis(700));
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) throws Exception {
        return Exchange.JSON.readTree(get(path).body());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** One gift/send to @demo. */
    HttpResponse<String> send(long giftId, int count) throws IOException, InterruptedException {
        return post(SEND, form(simulator.live("demo").hostId(), giftId, count));
    }

    /** One gift/send to somebody on the stage of @demo. */
    JsonNode sentTo(long recipientId, long giftId, int count) throws IOException, InterruptedException {
        return Exchange.JSON.readTree(
                post(SEND, form(recipientId, giftId, count)).body());
    }

    HttpResponse<byte[]> sendForBytes(long giftId, int count) throws IOException, InterruptedException {
        HttpRequest request = request(SEND)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form(simulator.live("demo").hostId(), giftId, count)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String form(long recipientId, long giftId, int count) {
        return "room_id=%d&gift_id=%d&count=%d&to_user_id=%d&send_type=1&send_scene=1&send_gift_req_start_ms=%d"
                .formatted(simulator.live("demo").roomId(), giftId, count, recipientId, System.currentTimeMillis());
    }

    JsonNode sent(long giftId, int count) throws IOException, InterruptedException {
        return Exchange.JSON.readTree(send(giftId, count).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .timeout(patience)
                .header("cookie", "sessionid=" + session);
    }

    /** Opens the stream of @demo. */
    Ears listen(boolean gzip) {
        Ears ears = new Ears();
        URI uri = URI.create(simulator.url().replace("http", "ws")
                + "/webcast/im/ws_proxy/ws_reuse_supplement/?aid=1988&room_id="
                + simulator.live("demo").roomId()
                + (gzip ? "&compress=gzip" : ""));
        ears.socket = client.newWebSocketBuilder().buildAsync(uri, ears).join();
        return ears;
    }

    /** Frames as they came. */
    static final class Ears implements WebSocket.Listener {

        final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>(10_000);
        private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
        private final java.util.ArrayDeque<Wire> waiting = new java.util.ArrayDeque<>();
        private @Nullable WebSocket socket;

        void say(byte[] frame) {
            Objects.requireNonNull(socket)
                    .sendBinary(ByteBuffer.wrap(frame), true)
                    .join();
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            partial.writeBytes(part);
            if (last) {
                frames.add(partial.toByteArray());
                partial.reset();
            }
            webSocket.request(1);
            return null;
        }

        /** The next message of this method. */
        Wire nextOf(String method) throws InterruptedException, IOException {
            return nextEntry(method).child(2);
        }

        /** The same with what stands around it in its batch. */
        Wire nextEntry(String method) throws InterruptedException, IOException {
            while (true) {
                while (!waiting.isEmpty()) {
                    Wire entry = waiting.remove();
                    if (entry.text(1).equals(method)) {
                        return entry;
                    }
                }
                waiting.addAll(Wire.entries(next()));
            }
        }

        byte[] next() throws InterruptedException {
            byte[] frame = frames.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within 20 s");
            }
            return frame;
        }
    }
}
