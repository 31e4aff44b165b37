package app.cadeau.browser;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A page of a lane, with its gate and its DevTools session there before it goes anywhere. Engine's thread only. */
public final class Tab {

    private static final Duration BEFORE_CLOSE = Duration.ofMillis(400);

    private static final int KEPT_OF_ALL = 24 << 20;
    private static final int KEPT_OF_ONE = 8 << 20;

    private final Engine engine;
    private final DevTools devTools;
    private final PageGate gate;
    private final String mainFrame;
    private final TabListener listener;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Consumer<String> mourner = this::gone;
    private @Nullable Integer window;

    private Tab(Engine engine, Context.Page page, TabListener listener) {
        this.engine = engine;
        this.devTools = page.devTools();
        this.mainFrame = page.target();
        this.listener = listener;
        this.gate = new PageGate(engine, devTools, engine.gate(), mainFrame);
    }

    /** Promises it: a new page takes a while, and what other lanes have to do meanwhile is done. */
    static CompletableFuture<Tab> open(Engine engine, Subject subject, Context lane, TabListener listener) {
        return lane.page(subject).thenCompose(page -> new Tab(engine, page, listener).standing(lane));
    }

    private CompletableFuture<Tab> standing(Context lane) {
        devTools.on(DevTools.CRASHED, crashed -> crashed());
        devTools.on(DevTools.DETACHED, closed -> gone("the page was closed"));
        engine.onDown(mourner);
        var looks = new Looks(devTools, engine.settings());
        looks.remembers(lane);
        var network = devTools.ask("Network.enable", kept());
        var stands = gate.stand();
        looks.set();
        return devTools.ask("Page.enable")
                .thenCombine(network, (one, other) -> one)
                .thenCombine(stands, (one, other) -> one)
                .thenCombine(looks.window(), (one, shown) -> {
                    window = shown;
                    return this;
                });
    }

    /** What Chromium keeps of answers until they are read, in bytes; by itself it would be 100 MB a page. */
    private static JsonObject kept() {
        var kept = new JsonObject();
        kept.addProperty("maxTotalBufferSize", KEPT_OF_ALL);
        kept.addProperty("maxResourceBufferSize", KEPT_OF_ONE);
        return kept;
    }

    /** Nothing of it is left to say goodbye. */
    private void crashed() {
        gone("the page's renderer crashed");
        close();
    }

    /** The handler runs before all else that waits: it takes notes and queues commands, no more. */
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
     * closed a moment later.
     */
    public void leave() {
        gate.keeper(request -> false);
        gone.set(true);
        engine.notDown(mourner);
        navigate("about:blank");
        engine.later(BEFORE_CLOSE, Urgency.OTHER, this::close);
    }

    private void close() {
        engine.close(mainFrame);
    }

    private void navigate(String address) {
        devTools.order("Page.navigate", "url", address);
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
