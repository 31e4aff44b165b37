package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one page: the first of the two holds, where its Doorkeeper decides. What is not the main frame's own
 * fetch, sent for the first time, is failed unseen. All of it runs on the engine's thread.
 */
final class PageGate {

    /**
     * A worker's request is held here like the page's own, but the page's session never tells of its start. That word
     * comes from the renderer, by another way than the hold, and was seen 0.4 s late on a machine short of CPU.
     */
    private static final Duration WAIT_FOR_ORIGIN = Duration.ofSeconds(2);

    private static final int REMEMBERED = 256;

    private final Engine engine;
    private final DevTools devTools;
    private final BrowserGate second;
    private final String mainFrame;
    private final Map<String, JsonObject> waitingForOrigin = new HashMap<>();
    private final Map<String, Boolean> startedByPage = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Doorkeeper keeper = request -> false;
    private String pressedIn = "";
    private long unnamed;

    PageGate(Engine engine, DevTools devTools, BrowserGate second, String mainFrame) {
        this.engine = engine;
        this.devTools = devTools;
        this.second = second;
        this.mainFrame = mainFrame;
        devTools.on("Fetch.requestPaused", this::paused);
        devTools.on("Network.requestWillBeSent", this::started);
    }

    /** Stands from then on: nothing of the page may leave before. */
    CompletableFuture<JsonObject> stand() {
        return devTools.ask("Fetch.enable", GatePaths.patterns());
    }

    /** One more frame at a time: the one that Send stands in. */
    void alsoSends(String frame) {
        pressedIn = frame;
    }

    void keeper(Doorkeeper next) {
        keeper = next;
    }

    private void started(JsonObject event) {
        if (!GatePaths.isGiftSend(DevTools.text(event.getAsJsonObject("request"), "url"))) {
            return;
        }
        String key = DevTools.text(event, "requestId");
        startedByPage.put(key, true);
        JsonObject held = waitingForOrigin.remove(key);
        if (held != null) {
            engine.submit(Urgency.GATE, () -> decide(held, key, null));
        }
    }

    private void paused(JsonObject event) {
        String key = DevTools.text(event, "networkId");
        String method = DevTools.text(event.getAsJsonObject("request"), "method");
        String odd = odd(event, key);
        if (!GatePaths.isGiftSend(DevTools.text(event.getAsJsonObject("request"), "url")) || "OPTIONS".equals(method)) {
            engine.submit(Urgency.GATE, () -> letGo(event, key));
        } else if (odd != null) {
            String name = key.isEmpty() ? "unnamed-" + ++unnamed : key + "-odd-" + ++unnamed;
            engine.submit(Urgency.GATE, () -> decide(event, name, odd));
        } else if (startedByPage.containsKey(key)) {
            engine.submit(Urgency.GATE, () -> decide(event, key, null));
        } else {
            waitingForOrigin.put(key, event);
            engine.later(WAIT_FOR_ORIGIN, Urgency.GATE, () -> giveUpOn(key));
        }
    }

    private @Nullable String odd(JsonObject event, String key) {
        if (event.has("redirectedRequestId")) {
            return "a redirect of a request that had passed";
        }
        if (!GatePaths.isSpelledAsKnown(DevTools.text(event.getAsJsonObject("request"), "url"))) {
            return "a path that is not the page's own call";
        }
        if ("Ping".equals(DevTools.text(event, "resourceType"))) {
            return "a beacon";
        }
        if (key.isEmpty()) {
            return "sent while its page was left";
        }
        String frame = DevTools.text(event, "frameId");
        return mainFrame.equals(frame) || frame.equals(pressedIn) ? null : "sent by another frame of the page";
    }

    private void giveUpOn(String key) {
        JsonObject held = waitingForOrigin.remove(key);
        if (held != null) {
            decide(held, key, "not sent by the page itself but by a worker of it");
        }
    }

    private void decide(JsonObject event, String key, @Nullable String odd) {
        HeldRequest request = GatePaths.read(event, key, odd);
        if (keeper.passes(request) && odd == null) {
            letGo(event, key);
        } else {
            BrowserGate.fail(devTools, event);
        }
    }

    private void letGo(JsonObject event, String key) {
        second.expect(key);
        BrowserGate.letGo(devTools, event);
    }
}
