package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures of a page as one frame of a screencast: an order and an event, so that the engine's thread never waits
 * for the page to draw, as it would for a screenshot. Engine's thread only.
 */
final class Camera {

    private final Tab tab;
    private final Lane lane;
    private @Nullable CompletableFuture<byte[]> awaited;

    Camera(Tab tab, Lane lane) {
        this.tab = tab;
        this.lane = lane;
        tab.on("Page.screencastFrame", this::frame);
    }

    /** A PNG of what the window shows, at its next frame. */
    CompletableFuture<byte[]> shoot() {
        var shot = new CompletableFuture<byte[]>();
        if (awaited != null) {
            awaited.cancel(false);
        }
        awaited = shot;
        var params = new JsonObject();
        params.addProperty("format", "png");
        tab.order("Page.startScreencast", params);
        return shot;
    }

    private void frame(JsonObject event) {
        CompletableFuture<byte[]> shot = awaited;
        awaited = null;
        if (shot != null) {
            lane.tell(Urgency.BODY, () -> tab.order("Page.stopScreencast", new JsonObject()));
            shot.complete(Base64.getDecoder().decode(event.get("data").getAsString()));
        }
    }
}
