package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Playwright, one Chromium, and the one thread that owns them. The thread works through short commands and, when
 * idle, lets Playwright deliver events on a blank page of its own. Nothing on it waits for a page.
 */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration PUMP = Duration.ofMillis(500);

    private final String name;
    private final BrowserSettings settings;
    private final EngineRegister register;
    private final CommandQueue queue = new CommandQueue();
    private final Watchdog watchdog;
    private final List<Consumer<String>> mourners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> down = new AtomicReference<>();
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private volatile long busySince;
    private volatile boolean busyPressing;
    private volatile @Nullable EngineProcesses processes;
    private volatile @Nullable Thread thread;
    private @Nullable Browser browser;
    private @Nullable BrowserContext spare;
    private @Nullable BrowserGate gate;
    private @Nullable DevTools devTools;

    private Engine(String name, BrowserSettings settings, EngineRegister register) {
        this.name = name;
        this.settings = settings;
        this.register = register;
        this.watchdog = new Watchdog(this, settings);
    }

    /** Starts the thread; the future completes when Chromium is there and its gate stands. */
    static CompletableFuture<Engine> start(String name, BrowserSettings settings, EngineRegister register) {
        var engine = new Engine(name, settings, register);
        var ready = new CompletableFuture<Engine>();
        engine.thread = Thread.ofPlatform().name(name).daemon().start(() -> engine.live(ready));
        return ready;
    }

    private void live(CompletableFuture<Engine> ready) {
        try (Playwright playwright = Chromium.driver()) {
            open(playwright);
            watchdog.start();
            ready.complete(this);
            while (down.get() == null) {
                turn();
            }
        } catch (RuntimeException lost) {
            die("the browser's driver is gone: " + firstLine(lost));
        } finally {
            die("the engine has ended");
            if (!ready.isDone()) {
                ready.completeExceptionally(new LaneDown(String.valueOf(down.get())));
            }
        }
    }

    private void open(Playwright playwright) {
        Browser opened = Chromium.launch(playwright, settings);
        browser = opened;
        opened.onDisconnected(gone -> die("the browser is gone"));
        var session = opened.newBrowserCDPSession();
        var known = EngineProcesses.ofBrowser(Chromium.pid(session));
        processes = known;
        register.started(name, known);
        devTools = new DevTools(session);
        gate = new BrowserGate(this, devTools, this::stranger);
        spare = opened.newContext(Chromium.context(settings, null));
        spare.newPage();
    }

    private void turn() {
        CommandQueue.Command next = queue.next();
        if (next == null) {
            pump();
            return;
        }
        busyPressing = next.urgency().pressing();
        busySince = System.nanoTime();
        try {
            next.work().run();
        } catch (RuntimeException broken) {
            LOG.error("a command of {} failed", name, broken);
        } finally {
            busySince = 0;
        }
    }

    /** waitForCondition looks at its condition between messages, every 10 ms at the latest; it asks nobody. */
    private void pump() {
        long until = System.nanoTime() + PUMP.toNanos();
        try {
            Objects.requireNonNull(spare)
                    .waitForCondition(
                            () -> !queue.isEmpty() || down.get() != null || System.nanoTime() - until > 0,
                            new BrowserContext.WaitForConditionOptions().setTimeout(PUMP.toMillis() * 20.0));
        } catch (TimeoutError slow) {
            LOG.debug("{} pumped for long", name);
        } catch (PlaywrightException gone) {
            die("the browser or its driver is gone: " + firstLine(gone));
        }
    }

    /** Queues a short command. When the engine is down or hopelessly behind, nothing happens but its end. */
    void submit(Urgency urgency, Runnable work) {
        if (down.get() == null && !queue.add(urgency, work)) {
            kill("more than " + CommandQueue.LIMIT + " commands wait");
        }
    }

    void later(Duration delay, Urgency urgency, Runnable work) {
        watchdog.later(delay, () -> submit(urgency, work));
    }

    /** Queues a short command and promises its result; a dead engine answers with {@link LaneDown}. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Urgency urgency, Callable<T> work) {
        var answer = new CompletableFuture<T>();
        Consumer<String> mourner = why -> answer.completeExceptionally(new LaneDown(why));
        mourners.add(mourner);
        answer.whenComplete((value, error) -> mourners.remove(mourner));
        submit(urgency, () -> {
            try {
                answer.complete(work.call());
            } catch (Exception broken) {
                answer.completeExceptionally(broken);
            }
        });
        String dead = down.get();
        if (dead != null) {
            answer.completeExceptionally(new LaneDown(dead));
        }
        return answer;
    }

    Browser browser() {
        return Objects.requireNonNull(browser, "the engine has not started");
    }

    BrowserGate gate() {
        return Objects.requireNonNull(gate, "the engine has not started");
    }

    /** For what may be gone already. */
    void sendToBrowser(String method, JsonObject params) {
        Objects.requireNonNull(devTools, "the engine has not started").sendOrIgnore(method, params);
    }

    BrowserSettings settings() {
        return settings;
    }

    @Nullable
    EngineProcesses processes() {
        return processes;
    }

    @Nullable
    String down() {
        return down.get();
    }

    /** How long the running command has held the engine, in nanoseconds. */
    long busyFor(long now) {
        long since = busySince;
        return since == 0 ? 0 : now - since;
    }

    /** How long a gate answer, a stop or a burst has waited or run, in nanoseconds. */
    long pressingFor(long now) {
        return Math.max(queue.pressingFor(now), busyPressing ? busyFor(now) : 0);
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    void remove(Lane lane) {
        lanes.remove(lane);
    }

    /** Tells of the engine's death, once, from any thread; at once if it is dead already. */
    void onDown(Consumer<String> mourner) {
        mourners.add(mourner);
        String dead = down.get();
        if (dead != null && mourners.remove(mourner)) {
            mourner.accept(dead);
        }
    }

    /** Leaves all pages by way of about:blank, then ends by force: Chromium's own close waits for every page. */
    void end(long seconds) {
        lanes.forEach(lane -> lane.end(lane.hasStoredSession()));
        try {
            ask(Urgency.BODY, () -> true).get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException slow) {
            LOG.debug("{} did not end in good order", name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        end("the engine was ended");
    }

    /** Ends the processes first and tells afterwards. */
    void kill(String why) {
        if (down.get() == null) {
            LOG.warn("{} is killed: {}; it was at {}", name, why, whereabouts());
        }
        end(why);
    }

    private void end(String why) {
        EngineProcesses ours = processes;
        if (ours != null) {
            ours.end();
        }
        die(why);
    }

    /** What the engine's thread is doing, for whoever has to find out why it did not come back. */
    private String whereabouts() {
        Thread ours = thread;
        return ours == null
                ? "nowhere"
                : Stream.of(ours.getStackTrace())
                        .map(StackTraceElement::toString)
                        .filter(at -> at.contains("cadeau") || at.contains("playwright"))
                        .limit(25)
                        .collect(Collectors.joining(" < "));
    }

    private void die(String why) {
        if (!down.compareAndSet(null, why)) {
            return;
        }
        LOG.info("{} is down: {}", name, why);
        watchdog.stop();
        EngineProcesses ours = processes;
        if (ours != null) {
            ours.end();
            register.ended(name);
        }
        for (Consumer<String> mourner : new ArrayList<>(mourners)) {
            if (mourners.remove(mourner)) {
                mourner.accept(why);
            }
        }
    }

    /** A worker's or a pop-up's frame id is the id of its target, and that names the context it belongs to. */
    private void stranger(String frame, HeldRequest request) {
        String context = "";
        try {
            var params = new JsonObject();
            params.addProperty("targetId", frame);
            context = GatePaths.text(
                    Objects.requireNonNull(devTools)
                            .send("Target.getTargetInfo", params)
                            .getAsJsonObject("targetInfo"),
                    "browserContextId");
        } catch (PlaywrightException unknown) {
            LOG.debug("the sender of a failed request is gone");
        }
        for (Lane lane : lanes) {
            if (context.isEmpty() || lane.isContext(context)) {
                lane.stranger(request);
            }
        }
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
