package app.cadeau.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cookies, storage and cache of one account, which no other context sees and which no profile keeps. Restored from a
 * storage state, whose words are Playwright's. Engine's thread only.
 */
final class Context {

    /** Origins whose storage is read at the end of a log-in. */
    private static final int ORIGINS = 200;

    private static final List<String> OF_A_COOKIE =
            List.of("name", "value", "domain", "path", "httpOnly", "secure", "sameSite");

    /** A page, and the session with it. */
    record Page(String target, DevTools devTools) {}

    private final Connection connection;
    private final String id;
    private final Set<String> origins = new LinkedHashSet<>();

    private Context(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /** @param storageState null for none */
    static CompletableFuture<Context> make(Connection connection, @Nullable String storageState) {
        var params = new JsonObject();
        params.addProperty("disposeOnDetach", true);
        return connection
                .browser()
                .ask("Target.createBrowserContext", params)
                .thenApply(told -> new Context(connection, DevTools.text(told, "browserContextId")))
                .thenCompose(context -> {
                    context.takesNoDownloads();
                    return storageState == null
                            ? CompletableFuture.completedFuture(context)
                            : context.restore(
                                            JsonParser.parseString(storageState).getAsJsonObject())
                                    .thenApply(restored -> context);
                });
    }

    private CompletableFuture<?> restore(JsonObject state) {
        var params = about();
        var cookies = new JsonArray();
        array(state, "cookies").forEach(cookie -> cookies.add(cookie(cookie.getAsJsonObject())));
        params.add("cookies", cookies);
        var set = connection.browser().ask("Storage.setCookies", params);
        var kept = array(state, "origins");
        if (kept.isEmpty()) {
            return set;
        }
        kept.forEach(origin -> visited(DevTools.text(origin.getAsJsonObject(), "origin")));
        return set.thenCompose(done -> onAPage(page -> SiteStorage.write(page, kept)));
    }

    private void takesNoDownloads() {
        var params = about();
        params.addProperty("behavior", "deny");
        connection.browser().order("Browser.setDownloadBehavior", params);
    }

    /** As DevTools sets a cookie: one without an end ends with the context. */
    private static JsonObject cookie(JsonObject stored) {
        var cookie = new JsonObject();
        for (String field : OF_A_COOKIE) {
            if (stored.has(field) && !stored.get(field).isJsonNull()) {
                cookie.add(field, stored.get(field));
            }
        }
        JsonElement expires = stored.get("expires");
        if (expires != null && !expires.isJsonNull() && expires.getAsDouble() >= 0) {
            cookie.add("expires", expires);
        }
        var site = DevTools.text(stored, "partitionKey");
        if (!site.isEmpty()) {
            var key = new JsonObject();
            key.addProperty("topLevelSite", site);
            key.addProperty(
                    "hasCrossSiteAncestor",
                    stored.has("_crHasCrossSiteAncestor")
                            && stored.get("_crHasCrossSiteAncestor").getAsBoolean());
            cookie.add("partitionKey", key);
        }
        return cookie;
    }

    String id() {
        return id;
    }

    /** A blank page. */
    CompletableFuture<Page> page(Subject subject) {
        var params = about();
        params.addProperty("url", "about:blank");
        return connection.browser().ask("Target.createTarget", params).thenCompose(made -> {
            var target = DevTools.text(made, "targetId");
            return connection.attach(target, subject).thenApply(session -> new Page(target, session));
        });
    }

    /** A page of this context has gone to an address, or a frame of one. */
    void visited(String address) {
        if (origins.size() < ORIGINS && address.startsWith("http")) {
            var at = URI.create(address);
            origins.add(at.getScheme() + "://" + at.getRawAuthority());
        }
    }

    /** As a storage state has them. */
    CompletableFuture<JsonArray> cookies() {
        return connection.browser().ask("Storage.getCookies", about()).thenApply(told -> {
            var cookies = told.getAsJsonArray("cookies");
            for (JsonElement each : cookies) {
                var cookie = each.getAsJsonObject();
                if (!cookie.has("sameSite")) {
                    cookie.addProperty("sameSite", "Lax");
                }
            }
            return cookies;
        });
    }

    CompletableFuture<String> storageState() {
        return cookies().thenCombine(onAPage(page -> SiteStorage.read(page, List.copyOf(origins))), (cookies, rows) -> {
            var state = new JsonObject();
            state.add("cookies", cookies);
            state.add("origins", rows);
            return state.toString();
        });
    }

    /** On a page that is there for that alone. */
    private <T> CompletableFuture<T> onAPage(Function<DevTools, CompletableFuture<T>> work) {
        return page(new Subject())
                .thenCompose(page -> work.apply(page.devTools).thenApply(done -> {
                    connection.close(page.target);
                    return done;
                }));
    }

    /** Its pages with it. */
    void end() {
        connection.browser().order("Target.disposeBrowserContext", about());
    }

    private JsonObject about() {
        var params = new JsonObject();
        params.addProperty("browserContextId", id);
        return params;
    }

    private static JsonArray array(JsonObject state, String name) {
        return state.has(name) ? state.getAsJsonArray(name) : new JsonArray();
    }
}
