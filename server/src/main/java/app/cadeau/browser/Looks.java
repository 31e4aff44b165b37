package app.cadeau.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a page of a lane appears to itself: in front, of one size, in one language; and what it may not do. */
final class Looks {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** A worker that outlives its page would send what no page's gate has seen. */
    private static final String NO_SERVICE_WORKERS =
            "if (navigator.serviceWorker) { navigator.serviceWorker.register = () =>"
                    + " Promise.reject(new DOMException('service workers are off here', 'NotSupportedError')); }";

    private final DevTools page;
    private final BrowserSettings settings;

    Looks(DevTools page, BrowserSettings settings) {
        this.page = page;
        this.settings = settings;
    }

    /** The context hears of each site that the page or a frame of it goes to. */
    void remembers(Context context) {
        page.on("Page.frameNavigated", event -> context.visited(DevTools.text(event.getAsJsonObject("frame"), "url")));
        page.on("Network.requestWillBeSent", event -> {
            if ("Document".equals(DevTools.text(event, "type"))) {
                context.visited(DevTools.text(event.getAsJsonObject("request"), "url"));
            }
        });
    }

    /** Ordered before the page goes anywhere, so there by then: a session's orders are done in turn. */
    void set() {
        page.order("Emulation.setFocusEmulationEnabled", "enabled", true);
        page.order("Emulation.setLocaleOverride", "locale", settings.locale());
        var agent = new JsonObject();
        agent.addProperty("userAgent", "");
        agent.addProperty("acceptLanguage", settings.locale());
        page.order("Emulation.setUserAgentOverride", agent);
        if (settings.timezone() != null) {
            page.order("Emulation.setTimezoneOverride", "timezoneId", settings.timezone());
        }
        page.order("Page.addScriptToEvaluateOnNewDocument", "source", NO_SERVICE_WORKERS);
        if (settings.headless()) {
            page.order("Emulation.setDeviceMetricsOverride", size());
            page.on("Page.javascriptDialogOpening", this::answer);
        }
    }

    private static JsonObject size() {
        var size = new JsonObject();
        size.addProperty("mobile", false);
        size.addProperty("width", WIDTH);
        size.addProperty("height", HEIGHT);
        size.addProperty("screenWidth", WIDTH);
        size.addProperty("screenHeight", HEIGHT);
        size.addProperty("deviceScaleFactor", 1);
        return size;
    }

    /** The page would stand still until somebody answers. Leaving it is the only thing that is agreed to. */
    private void answer(JsonObject dialog) {
        page.order("Page.handleJavaScriptDialog", "accept", "beforeunload".equals(DevTools.text(dialog, "type")));
    }

    /** The window that a page has to itself where nobody looks on; null where a person does. */
    CompletableFuture<@Nullable Integer> window() {
        if (!settings.headless()) {
            return CompletableFuture.completedFuture(null);
        }
        return page.ask("Browser.getWindowForTarget").thenApply(told -> {
            JsonElement id = told.get("windowId");
            return id.getAsInt();
        });
    }
}
