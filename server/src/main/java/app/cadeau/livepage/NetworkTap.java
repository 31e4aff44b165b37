package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import app.cadeau.browser.Tab;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the page's own calls and reads their answers, by path and never by host. Handlers take notes; bodies are
 * read by commands of their own. Engine's thread only, but for {@link Unread}.
 */
final class NetworkTap {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkTap.class);
    private static final int REMEMBERED = 4_096;

    private static final class Call {
        final @Nullable CallPath path;
        final String url;
        final double begun;
        int status;
        long connection;
        boolean reused;
        String contentType = "";

        @Nullable
        String protocol;

        Call(@Nullable CallPath path, String url, double begun) {
            this.path = path;
            this.url = url;
            this.begun = begun;
        }
    }

    private final Tab tab;
    private final TapListener listener;
    private final Consumer<Runnable> bodies;
    private final Unread unread;
    private final Map<String, Call> calls = Newest.of(REMEMBERED);
    private final Map<String, Boolean> passed = Newest.of(REMEMBERED);
    private final Connections connections = new Connections();
    private final Set<String> sockets = new HashSet<>();
    /** Those that were answered: one that is only tried brings nothing. */
    private final Set<String> open = new HashSet<>();

    /** @param bodies queues a command that reads a body */
    NetworkTap(Tab tab, TapListener listener, Consumer<Runnable> bodies, Unread unread) {
        this.tab = tab;
        this.listener = listener;
        this.bodies = bodies;
        this.unread = unread;
        tab.on("Network.requestWillBeSent", this::started);
        tab.on("Network.responseReceived", this::answered);
        tab.on("Network.loadingFinished", this::finished);
        tab.on("Network.loadingFailed", this::failed);
        tab.on("Network.webSocketCreated", this::socket);
        tab.on("Network.webSocketHandshakeResponseReceived", this::opened);
        tab.on("Network.webSocketClosed", this::closed);
        tab.on("Network.webSocketFrameReceived", this::frame);
    }

    /** The gate let this request pass: its answer, or the loss of it, is news. */
    void passed(String key) {
        Call call = calls.get(key);
        if (call != null) {
            connections.leaves(key, call.url, call.begun);
        }
        passed.put(key, true);
    }

    private void started(JsonObject event) {
        String url = event.getAsJsonObject("request").get("url").getAsString();
        CallPath path = CallPath.of(url);
        double begun = seconds(event);
        calls.put(id(event), new Call(path, url, begun));
        if (path != CallPath.GIFT_SEND) {
            connections.leaves(id(event), url, begun);
        }
        if (path != null) {
            listener.room(CallPath.query(url, "room_id"));
        }
    }

    private void answered(JsonObject event) {
        Call call = calls.get(id(event));
        if (call != null) {
            JsonObject response = event.getAsJsonObject("response");
            JsonElement reused = response.get("connectionReused");
            call.status = response.get("status").getAsInt();
            JsonElement connection = response.get("connectionId");
            JsonElement protocol = response.get("protocol");
            JsonElement type = response.get("mimeType");
            call.contentType = type == null ? "" : type.getAsString();
            call.reused = reused != null && reused.getAsBoolean();
            call.connection = connection == null ? 0 : connection.getAsLong();
            call.protocol = protocol == null ? null : protocol.getAsString();
        }
    }

    private void finished(JsonObject event) {
        String key = id(event);
        Call call = calls.remove(key);
        if (call == null) {
            return;
        }
        if (call.connection != 0) {
            connections.rests(call.url, call.connection, seconds(event));
        }
        if (call.path == CallPath.GIFT_SEND && passed.remove(key) != null) {
            boolean same = connections.same(key, call.reused, call.connection, call.protocol);
            unread.add(key);
            bodies.accept(() -> readGift(key, call, same));
        } else if (call.path != null && call.path != CallPath.GIFT_SEND) {
            bodies.accept(() -> read(key, call.path, call.status));
        }
    }

    private void failed(JsonObject event) {
        String key = id(event);
        Call call = calls.remove(key);
        if (passed.remove(key) != null) {
            listener.answerLost(key, event.get("errorText").getAsString());
        } else if (call != null && call.path != null && call.path != CallPath.GIFT_SEND) {
            listener.failed(call.path);
        }
    }

    private void readGift(String key, Call call, boolean sameConnection) {
        body(key, body -> {
            unread.remove(key);
            if (body == null) {
                listener.answerLost(key, "the browser did not keep the answer");
            } else {
                var answer = GiftAnswer.read(call.status, call.contentType, body);
                listener.answered(key, call.status, answer, sameConnection);
            }
        });
    }

    private void read(String key, CallPath path, int status) {
        body(key, body -> {
            if (body == null || status >= 400) {
                listener.failed(path);
            } else {
                listener.told(path, body);
            }
        });
    }

    /** @param reader is given null when the browser did not keep it, and nothing at all when the engine is dead */
    private void body(String key, Consumer<byte @Nullable []> reader) {
        var params = new JsonObject();
        params.addProperty("requestId", key);
        var unused = tab.ask("Network.getResponseBody", params)
                .thenApply(NetworkTap::bytes)
                .exceptionally(NetworkTap::none)
                .thenAccept(reader)
                .exceptionally(failed -> {
                    LOG.debug("an answer was not read", failed);
                    return null;
                });
    }

    private static byte @Nullable [] none(Throwable lost) {
        if (lost.getCause() instanceof LaneDown) {
            throw new CompletionException(lost.getCause());
        }
        return null;
    }

    private static byte @Nullable [] bytes(JsonObject answer) {
        String text = answer.get("body").getAsString();
        return answer.get("base64Encoded").getAsBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private void socket(JsonObject event) {
        String url = event.get("url").getAsString();
        if (CallPath.isStream(url)) {
            sockets.add(id(event));
            listener.room(CallPath.query(url, "room_id"));
        }
    }

    private void opened(JsonObject event) {
        if (sockets.contains(id(event))) {
            open.add(id(event));
            listener.listens(true);
        }
    }

    private void closed(JsonObject event) {
        sockets.remove(id(event));
        if (open.remove(id(event)) && open.isEmpty()) {
            listener.listens(false);
        }
    }

    private void frame(JsonObject event) {
        JsonObject response = event.getAsJsonObject("response");
        if (sockets.contains(id(event)) && response.get("opcode").getAsInt() == 2) {
            byte[] message =
                    Base64.getDecoder().decode(response.get("payloadData").getAsString());
            bodies.accept(() -> listener.frame(message));
        }
    }

    /** Of the browser's clock, which only goes forward. */
    private static double seconds(JsonObject event) {
        return event.get("timestamp").getAsDouble();
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
