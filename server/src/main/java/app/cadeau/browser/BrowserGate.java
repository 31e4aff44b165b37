package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * The gate on the browser's own session, there before the first page: the second of the two holds. It lets go what a
 * page's gate has just let go, once, and fails the rest: workers, pop-ups, farewell beacons.
 */
final class BrowserGate {

    private static final int REMEMBERED = 1_024;

    private final Engine engine;
    private final DevTools devTools;
    private final BiConsumer<String, HeldRequest> stranger;
    private final Set<String> expected = new LinkedHashSet<>();
    private long strangers;

    /** @param stranger told of each failed request with the id of its frame or worker */
    BrowserGate(Engine engine, DevTools devTools, BiConsumer<String, HeldRequest> stranger) {
        this.engine = engine;
        this.devTools = devTools;
        this.stranger = stranger;
        devTools.on("Fetch.requestPaused", event -> engine.submit(Urgency.GATE, () -> decide(event)));
    }

    /** Stands from then on. */
    CompletableFuture<JsonObject> stand() {
        return devTools.ask("Fetch.enable", GatePaths.patterns());
    }

    void expect(String key) {
        expected.add(key);
        if (expected.size() > REMEMBERED) {
            expected.remove(expected.iterator().next());
        }
    }

    private void decide(JsonObject event) {
        String key = DevTools.text(event, "networkId");
        JsonObject request = event.getAsJsonObject("request");
        boolean other = !GatePaths.isGiftSend(DevTools.text(request, "url"))
                || "OPTIONS".equals(DevTools.text(request, "method"));
        if ((!key.isEmpty() && expected.remove(key)) || other) {
            letGo(devTools, event);
            return;
        }
        fail(devTools, event);
        var told = GatePaths.read(event, "stranger-" + ++strangers, "a worker, a pop-up or a beacon sent it");
        engine.submit(Urgency.OTHER, () -> stranger.accept(DevTools.text(event, "frameId"), told));
    }

    static void letGo(DevTools devTools, JsonObject event) {
        devTools.order("Fetch.continueRequest", id(event));
    }

    /** The page sees a failed fetch, as with a blocker of its visitor. */
    static void fail(DevTools devTools, JsonObject event) {
        JsonObject params = id(event);
        params.addProperty("errorReason", "BlockedByClient");
        devTools.order("Fetch.failRequest", params);
    }

    private static JsonObject id(JsonObject event) {
        var params = new JsonObject();
        params.add("requestId", event.get("requestId"));
        return params;
    }
}
