package app.cadeau.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sites keep in a context's local storage, read and written from an empty page at each site's address: no server is
 * asked for it, and no script of the site runs. Engine's thread only.
 */
final class SiteStorage {

    private static final Logger LOG = LoggerFactory.getLogger(SiteStorage.class);

    private static final String WRITE = "for (const item of %s) { localStorage.setItem(item.name, item.value); } '[]'";

    private static final String READ =
            "JSON.stringify(Object.keys(localStorage).map((name) => ({name, value: localStorage.getItem(name)})))";

    private final DevTools page;
    private final CompletableFuture<?> ready;
    private CompletableFuture<JsonObject> arrival = new CompletableFuture<>();

    private SiteStorage(DevTools page) {
        this.page = page;
        page.on("Fetch.requestPaused", this::answer);
        page.on("Page.frameNavigated", event -> arrival.complete(event.getAsJsonObject("frame")));
        page.order("Fetch.enable", GatePaths.patterns("*"));
        ready = page.ask("Page.enable");
    }

    /** @param origins rows of a storage state: {@code origin} and, as {@code localStorage}, names and values */
    static CompletableFuture<JsonArray> write(DevTools page, JsonArray origins) {
        var storage = new SiteStorage(page);
        var written = CompletableFuture.completedFuture(new JsonArray());
        for (JsonElement each : origins) {
            var origin = each.getAsJsonObject();
            var items = origin.has("localStorage") ? origin.getAsJsonArray("localStorage") : new JsonArray();
            if (!items.isEmpty()) {
                written = written.thenCompose(
                        before -> storage.run(DevTools.text(origin, "origin"), WRITE.formatted(items)));
            }
        }
        return written;
    }

    /** Promises the rows of those that keep something. */
    static CompletableFuture<JsonArray> read(DevTools page, Collection<String> origins) {
        var storage = new SiteStorage(page);
        var rows = CompletableFuture.completedFuture(new JsonArray());
        for (String origin : origins) {
            rows = rows.thenCombine(rows.thenCompose(before -> storage.run(origin, READ)), (all, items) -> {
                if (!items.isEmpty()) {
                    var row = new JsonObject();
                    row.addProperty("origin", origin);
                    row.add("localStorage", items);
                    all.add(row);
                }
                return all;
            });
        }
        return rows;
    }

    private CompletableFuture<JsonArray> run(String origin, String script) {
        arrival = new CompletableFuture<>();
        var there = arrival;
        var params = new JsonObject();
        params.addProperty("url", origin);
        // Until then a page tells nobody where it has gone.
        return ready.thenCompose(tells -> page.ask("Page.navigate", params))
                .thenCompose(told -> told.has("errorText")
                        ? CompletableFuture.failedFuture(new Refused("Page.navigate", DevTools.text(told, "errorText")))
                        : there)
                .thenCompose(frame -> evaluate(script))
                .exceptionally(kept -> {
                    LOG.warn("the storage of {} was not reached: {}", origin, kept.getMessage());
                    return new JsonArray();
                });
    }

    private CompletableFuture<JsonArray> evaluate(String script) {
        var params = new JsonObject();
        params.addProperty("expression", script);
        params.addProperty("returnByValue", true);
        return page.ask("Runtime.evaluate", params).thenApply(answer -> {
            if (answer.has("exceptionDetails")) {
                throw new Refused(
                        "Runtime.evaluate", answer.get("exceptionDetails").toString());
            }
            var value = DevTools.text(answer.getAsJsonObject("result"), "value");
            return JsonParser.parseString(value).getAsJsonArray();
        });
    }

    private void answer(JsonObject held) {
        var params = new JsonObject();
        params.add("requestId", held.get("requestId"));
        params.addProperty("responseCode", 200);
        var header = new JsonObject();
        header.addProperty("name", "Content-Type");
        header.addProperty("value", "text/html");
        params.add("responseHeaders", new JsonArray());
        params.getAsJsonArray("responseHeaders").add(header);
        page.order("Fetch.fulfillRequest", params);
    }
}
