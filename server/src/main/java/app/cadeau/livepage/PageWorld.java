package app.cadeau.livepage;

import app.cadeau.browser.Tab;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The isolated world in the page where {@code cadeau} lives: it sees the page's elements, the page's own script sees
 * nothing of it. Calls are short; what takes time in the page answers by the binding. Engine's thread only.
 */
final class PageWorld {

    private static final Logger LOG = LoggerFactory.getLogger(PageWorld.class);
    private static final String WORLD = "cadeau";
    private static final String BINDING = "cadeauNews";
    private static final int MOST_REPLIES = 100;
    private static final String SOURCE = PageScript.source() + ";0";

    private final Tab tab;
    private final String setup;
    private final Consumer<JsonNode> news;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private int context;

    /** @param setup as {@link PageScript#setup} makes it */
    PageWorld(Tab tab, String setup, Consumer<JsonNode> news) {
        this.tab = tab;
        this.setup = setup;
        this.news = news;
        tab.on("Runtime.bindingCalled", this::called);
        tab.order("Runtime.enable", new JsonObject());
        var binding = new JsonObject();
        binding.addProperty("name", BINDING);
        binding.addProperty("executionContextName", WORLD);
        tab.order("Runtime.addBinding", binding);
    }

    /** Makes the world anew: after each navigation, before anything else is done on the page; and then goes on. */
    void install(Runnable then) {
        awaited.values().forEach(reply -> reply.cancel(false));
        awaited.clear();
        var params = new JsonObject();
        params.addProperty("frameId", tab.mainFrame());
        params.addProperty("worldName", WORLD);
        var made = tab.ask("Page.createIsolatedWorld", params).thenCompose(world -> {
            context = world.get("executionContextId").getAsInt();
            var library = evaluate(SOURCE); // before the setup, as all that one page is asked
            return library.thenCombine(evaluate("cadeau.setup(" + setup + "), 0"), (one, other) -> other);
        });
        var unused = made.thenRun(then).exceptionally(moved -> {
            LOG.debug("the page went on before it was looked at: {}", moved.getMessage());
            return null;
        });
    }

    boolean installed() {
        return context != 0;
    }

    /** What the browser answers without asking the page. */
    CompletableFuture<JsonObject> browser() {
        return tab.ask("Target.getTargetInfo");
    }

    /** The value of an expression, or null when the page has none or it failed. */
    CompletableFuture<@Nullable JsonNode> evaluate(String expression) {
        var params = new JsonObject();
        params.addProperty("expression", expression);
        params.addProperty("contextId", context);
        params.addProperty("returnByValue", true);
        return tab.ask("Runtime.evaluate", params).thenApply(PageWorld::value);
    }

    private static @Nullable JsonNode value(JsonObject answer) {
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("the page's library failed: " + answer.get("exceptionDetails"));
        }
        JsonElement value = answer.getAsJsonObject("result").get("value");
        return value == null ? null : Json.read(value.toString());
    }

    /** The id of the frame that an iframe of the page shows; null when the expression finds none. */
    CompletableFuture<@Nullable String> frameOf(String expression) {
        var params = new JsonObject();
        params.addProperty("expression", expression);
        params.addProperty("contextId", context);
        return tab.ask("Runtime.evaluate", params).thenCompose(answer -> {
            JsonObject result = answer.getAsJsonObject("result");
            if (!result.has("objectId")) {
                return CompletableFuture.<@Nullable String>completedFuture(null);
            }
            var node = new JsonObject();
            node.addProperty("objectId", result.get("objectId").getAsString());
            return tab.ask("DOM.describeNode", node).thenApply(PageWorld::frame);
        });
    }

    private static @Nullable String frame(JsonObject described) {
        JsonElement frame = described.getAsJsonObject("node").get("frameId");
        return frame == null ? null : frame.getAsString();
    }

    /** Starts what takes time in the page; the promise is cancelled when the page goes elsewhere. */
    CompletableFuture<JsonNode> start(String expression) {
        if (awaited.size() >= MOST_REPLIES) {
            throw new IllegalStateException("the page owes " + MOST_REPLIES + " replies");
        }
        long number = numbers.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        awaited.put(number, reply);
        var begun = evaluate("""
                (async () => {
                  let value, error = null;
                  try { value = await (%s); } catch (e) { error = String(e); }
                  %s(JSON.stringify({type: "reply", number: %d, value: value === undefined ? null : value, error}));
                })(), 0""".formatted(expression, BINDING, number));
        var unused = begun.whenComplete((value, failed) -> {
            if (failed != null && awaited.remove(number, reply)) {
                reply.completeExceptionally(failed);
            }
        });
        return reply;
    }

    private void called(JsonObject event) {
        if (!BINDING.equals(event.get("name").getAsString())
                || event.get("executionContextId").getAsInt() != context) {
            return;
        }
        JsonNode told = Json.read(event.get("payload").getAsString());
        if (told == null) {
            LOG.warn("the page's library told something that is no JSON");
        } else if ("reply".equals(Json.text(told, "type"))) {
            reply(told);
        } else {
            news.accept(told);
        }
    }

    private void reply(JsonNode told) {
        Long number = Json.whole(told, "number");
        CompletableFuture<JsonNode> reply = number == null ? null : awaited.remove(number);
        if (reply == null) {
            return;
        }
        String error = Json.text(told, "error");
        if (error != null) {
            reply.completeExceptionally(new IllegalStateException("the page's library failed: " + error));
        } else {
            reply.complete(told.get("value"));
        }
    }
}
