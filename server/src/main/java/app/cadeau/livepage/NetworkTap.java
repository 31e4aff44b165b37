package app.cadeau.livepage;

import app.cadeau.browser.Tab;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the page's own calls and reads their answers, by path and never by host. Handlers take notes; bodies are
 * read by commands of their own. Engine's thread only, but for {@link Unread}.
 */
final class NetworkTap {

    private static final int REMEMBERED = 4_096;

    private static final class Call {
        final CallPath path;
        int status;
        boolean reused;

        Call(CallPath path) {
            this.path = path;
        }
    }

    private final Tab tab;
    private final TapListener listener;
    private final java.util.function.Consumer<Runnable> bodies;
    private final Unread unread;
    private final Map<String, Call> calls = remembering();
    private final Map<String, Boolean> passed = remembering();
    private final Set<String> sockets = new HashSet<>();

    /** @param bodies queues a command that reads a body */
    NetworkTap(Tab tab, TapListener listener, java.util.function.Consumer<Runnable> bodies, Unread unread) {
        this.tab = tab;
        this.listener = listener;
        this.bodies = bodies;
        this.unread = unread;
        tab.on("Network.requestWillBeSent", this::started);
        tab.on("Network.responseReceived", this::answered);
        tab.on("Network.loadingFinished", this::finished);
        tab.on("Network.loadingFailed", this::failed);
        tab.on("Network.webSocketCreated", this::socket);
        tab.on("Network.webSocketFrameReceived", this::frame);
    }

    private static <T> Map<String, T> remembering() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** The gate let this request pass: its answer, or the loss of it, is news. */
    void passed(String key) {
        passed.put(key, true);
    }

    private void started(JsonObject event) {
        String url = event.getAsJsonObject("request").get("url").getAsString();
        CallPath path = CallPath.of(url);
        if (path != null) {
            calls.put(id(event), new Call(path));
            listener.room(CallPath.query(url, "room_id"));
        }
    }

    private void answered(JsonObject event) {
        Call call = calls.get(id(event));
        if (call != null) {
            JsonObject response = event.getAsJsonObject("response");
            JsonElement reused = response.get("connectionReused");
            call.status = response.get("status").getAsInt();
            call.reused = reused != null && reused.getAsBoolean();
        }
    }

    private void finished(JsonObject event) {
        String key = id(event);
        Call call = calls.remove(key);
        boolean gift = call != null && call.path == CallPath.GIFT_SEND && passed.remove(key) != null;
        if (call == null || call.path == CallPath.GIFT_SEND && !gift) {
            return;
        }
        if (gift) {
            unread.add(key);
        }
        bodies.accept(() -> read(key, call));
    }

    private void failed(JsonObject event) {
        String key = id(event);
        Call call = calls.remove(key);
        if (passed.remove(key) != null) {
            listener.answerLost(key, event.get("errorText").getAsString());
        } else if (call != null && call.path != CallPath.GIFT_SEND) {
            listener.failed(call.path);
        }
    }

    private void read(String key, Call call) {
        byte[] body = body(key);
        unread.remove(key);
        if (call.path == CallPath.GIFT_SEND) {
            if (body == null) {
                listener.answerLost(key, "the browser did not keep the answer");
            } else {
                listener.answered(key, call.status, GiftAnswer.read(body), call.reused);
            }
        } else if (body == null || call.status >= 400) {
            listener.failed(call.path);
        } else {
            listener.told(call.path, body);
        }
    }

    private byte @Nullable [] body(String key) {
        var params = new JsonObject();
        params.addProperty("requestId", key);
        try {
            JsonObject answer = tab.send("Network.getResponseBody", params);
            String text = answer.get("body").getAsString();
            return answer.get("base64Encoded").getAsBoolean()
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (PlaywrightException gone) {
            return null;
        }
    }

    private void socket(JsonObject event) {
        String url = event.get("url").getAsString();
        if (CallPath.isStream(url)) {
            sockets.add(id(event));
            listener.room(CallPath.query(url, "room_id"));
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

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
