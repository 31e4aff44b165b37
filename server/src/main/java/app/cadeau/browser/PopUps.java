package app.cadeau.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** What pages open beside themselves is closed: nobody looks at it, and its requests meet the browser's gate meanwhile. */
final class PopUps {

    private final Connection connection;

    PopUps(Connection connection) {
        this.connection = connection;
        connection.browser().on("Target.targetCreated", this::created);
    }

    /** From then on. */
    CompletableFuture<JsonObject> shut() {
        var pages = new JsonObject();
        pages.addProperty("type", "page");
        var filter = new JsonArray();
        filter.add(pages);
        var params = new JsonObject();
        params.addProperty("discover", true);
        params.add("filter", filter);
        return connection.browser().ask("Target.setDiscoverTargets", params);
    }

    private void created(JsonObject event) {
        var target = event.getAsJsonObject("targetInfo");
        if (!DevTools.text(target, "openerId").isEmpty()) {
            connection.close(DevTools.text(target, "targetId"));
        }
    }
}
