package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page of a lane, with its gate and its DevTools session there before it goes anywhere. Engine's thread only. */
public final class Tab {

    private static final Logger LOG = LoggerFactory.getLogger(Tab.class);

    /** Long enough to hand the order over; the thread does not wait for the page. */
    private static final double HAND_OVER_MILLIS = 30;

    private static final Duration BEFORE_CLOSE = Duration.ofMillis(400);

    private final Engine engine;
    private final Page page;
    private final DevTools devTools;
    private final PageGate gate;
    private final String mainFrame;
    private final String context;
    private final TabListener listener;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Consumer<String> mourner = this::gone;

    Tab(Engine engine, Subject subject, BrowserContext lane, TabListener listener) {
        this.engine = engine;
        this.listener = listener;
        this.page = lane.newPage();
        this.devTools = new DevTools(lane.newCDPSession(page), subject);
        JsonObject target = devTools.send("Target.getTargetInfo").getAsJsonObject("targetInfo");
        this.mainFrame = GatePaths.text(target, "targetId");
        this.context = GatePaths.text(target, "browserContextId");
        devTools.send("Network.enable");
        this.gate = new PageGate(engine, devTools, engine.gate(), mainFrame);
        devTools.send("Page.enable");
        page.onCrash(crashed -> gone("the page's renderer crashed"));
        page.onClose(closed -> gone("the page was closed"));
        if (engine.settings().headless()) {
            page.onPopup(popup -> engine.submit(Urgency.OTHER, popup::close));
        }
        engine.onDown(mourner);
    }

    /** The handler runs inside of other calls: it takes notes and queues commands, no more. */
    public void on(String event, Consumer<JsonObject> handler) {
        devTools.on(event, handler);
    }

    public JsonObject send(String method, JsonObject params) {
        return devTools.send(method, params);
    }

    public JsonObject send(String method) {
        return devTools.send(method);
    }

    public void keeper(Doorkeeper keeper) {
        gate.keeper(keeper);
    }

    /**
     * Whether Chromium draws the page. Undrawn it keeps its pace, its layout and its stream and thinks itself visible;
     * a press then costs about half. A window that a person may look at is left alone.
     */
    public void painted(boolean wanted) {
        if (!engine.settings().headless()) {
            return;
        }
        var bounds = new JsonObject();
        bounds.addProperty("windowState", wanted ? "normal" : "minimized");
        var params = new JsonObject();
        params.add("windowId", devTools.send("Browser.getWindowForTarget").get("windowId"));
        params.add("bounds", bounds);
        devTools.sendOrIgnore("Browser.setWindowBounds", params);
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
        navigate(address.toString(), HAND_OVER_MILLIS);
    }

    /**
     * Leaves by way of about:blank, so that a farewell request is made, and failed, while the gate stands; the page is
     * closed a moment later. Playwright's own close would wait for the page, and a held farewell for this thread.
     */
    public void leave() {
        gate.keeper(request -> false);
        gone.set(true);
        engine.notDown(mourner);
        navigate("about:blank", HAND_OVER_MILLIS);
        engine.later(BEFORE_CLOSE, Urgency.OTHER, () -> {
            var params = new JsonObject();
            params.addProperty("targetId", mainFrame);
            engine.sendToBrowser("Target.closeTarget", params);
        });
    }

    private void navigate(String address, double millis) {
        try {
            page.navigate(address, new Page.NavigateOptions().setTimeout(millis).setWaitUntil(WaitUntilState.COMMIT));
        } catch (PlaywrightException notYet) {
            LOG.debug("on its way to {}: {}", address, notYet.getMessage());
        }
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
