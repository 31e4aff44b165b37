package app.cadeau.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A page of a lane, with its gate and its DevTools session there before it goes anywhere. Engine's thread only. */
public final class Tab {

    private static final Duration BEFORE_CLOSE = Duration.ofMillis(400);

    private final Engine engine;
    private final DevTools devTools;
    private final PageGate gate;
    private final String mainFrame;
    private final String context;
    private final @Nullable Integer window;
    private final TabListener listener;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Consumer<String> mourner = this::gone;

    private Tab(Engine engine, DevTools devTools, JsonObject target, @Nullable Integer window, TabListener listener) {
        this.engine = engine;
        this.devTools = devTools;
        this.listener = listener;
        this.window = window;
        this.mainFrame = GatePaths.text(target, "targetId");
        this.context = GatePaths.text(target, "browserContextId");
        this.gate = new PageGate(engine, devTools, engine.gate(), mainFrame);
    }

    /** Promises it: a new page takes a while, and what other lanes have to do meanwhile is done. */
    static CompletableFuture<Tab> open(Engine engine, Subject subject, BrowserContext lane, TabListener listener) {
        var replies = engine.replies();
        return replies.ask(lane, "newPage", new JsonObject(), subject).thenCompose(made -> {
            Page page = Unwaited.made(lane, made, "page");
            var words = new JsonObject();
            words.add("page", Unwaited.named(page));
            return replies.ask(lane, "newCDPSession", words, subject).thenCompose(session -> {
                CDPSession own = Unwaited.made(lane, session, "session");
                return open(engine, page, new DevTools(own, replies, subject), listener);
            });
        });
    }

    private static CompletableFuture<Tab> open(Engine engine, Page page, DevTools devTools, TabListener listener) {
        var window = engine.settings().headless()
                ? devTools.ask("Browser.getWindowForTarget").thenApply(told -> told.get("windowId"))
                : CompletableFuture.<@Nullable JsonElement>completedFuture(null);
        return devTools.ask("Target.getTargetInfo")
                .thenCombine(window, (told, shown) -> {
                    var target = told.getAsJsonObject("targetInfo");
                    return new Tab(engine, devTools, target, shown == null ? null : shown.getAsInt(), listener);
                })
                .thenCompose(tab -> tab.standing(page));
    }

    private CompletableFuture<Tab> standing(Page page) {
        page.onCrash(crashed -> gone("the page's renderer crashed"));
        page.onClose(closed -> gone("the page was closed"));
        if (engine.settings().headless()) {
            page.onPopup(popup -> engine.submit(Urgency.OTHER, () -> {
                var unused = engine.replies().ask(popup, "close", new JsonObject(), new Subject());
            }));
        }
        engine.onDown(mourner);
        var network = devTools.ask("Network.enable");
        var stands = gate.stand();
        return devTools.ask("Page.enable")
                .thenCombine(network, (one, other) -> one)
                .thenCombine(stands, (one, other) -> this);
    }

    /** The handler runs inside of other calls: it takes notes and queues commands, no more. */
    public void on(String event, Consumer<JsonObject> handler) {
        devTools.on(event, handler);
    }

    /** Promises the answer; it comes in a turn of its own, so that no page keeps the engine waiting. */
    public CompletableFuture<JsonObject> ask(String method, JsonObject params) {
        return devTools.ask(method, params);
    }

    public CompletableFuture<JsonObject> ask(String method) {
        return devTools.ask(method);
    }

    /** For what needs no answer. */
    public void order(String method, JsonObject params) {
        devTools.order(method, params);
    }

    public void keeper(Doorkeeper keeper) {
        gate.keeper(keeper);
    }

    /**
     * Whether Chromium draws the page. Undrawn it keeps its pace, its layout and its stream and thinks itself visible;
     * a press then costs about half. A window that a person may look at is left alone.
     */
    public void painted(boolean wanted) {
        if (window == null) {
            return;
        }
        var bounds = new JsonObject();
        bounds.addProperty("windowState", wanted ? "normal" : "minimized");
        var params = new JsonObject();
        params.addProperty("windowId", window);
        params.add("bounds", bounds);
        devTools.order("Browser.setWindowBounds", params);
    }

    /** The id of the page's own frame: frames inside of it have others. */
    public String mainFrame() {
        return mainFrame;
    }

    /** A frame of the page's own origin in which a person would press: its requests are decided on like the page's. */
    public void alsoSends(String frame) {
        gate.alsoSends(frame);
    }

    /** Sets out for an address of this machine and does not wait for it. */
    public void go(URI address) {
        go(address, LetIn.THIS_MACHINE);
    }

    /** The same for any address that is let in. */
    public void go(URI address, LetIn letIn) {
        if (!letIn.is(address)) {
            throw new IllegalArgumentException("nobody consented to open a page of " + address.getHost());
        }
        navigate(address.toString());
    }

    /**
     * Leaves by way of about:blank, so that a farewell request is made, and failed, while the gate stands; the page is
     * closed a moment later. Playwright's own close would wait for the page, and a held farewell for this thread.
     */
    public void leave() {
        gate.keeper(request -> false);
        gone.set(true);
        engine.notDown(mourner);
        navigate("about:blank");
        engine.later(BEFORE_CLOSE, Urgency.OTHER, () -> {
            var params = new JsonObject();
            params.addProperty("targetId", mainFrame);
            engine.sendToBrowser("Target.closeTarget", params);
        });
    }

    private void navigate(String address) {
        var params = new JsonObject();
        params.addProperty("url", address);
        devTools.order("Page.navigate", params);
    }

    boolean isContext(String id) {
        return context.equals(id);
    }

    void stranger(HeldRequest request) {
        listener.stranger(request);
    }

    private void gone(String why) {
        if (gone.compareAndSet(false, true)) {
            engine.notDown(mourner);
            listener.gone(why);
        }
    }

    boolean isGone() {
        return gone.get();
    }
}
