package app.cadeau.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final String name;
    private final BrowserSettings settings;
    private final EngineRegister register;
    private final Turns turns;
    private final Watchdog watchdog;
    private final Mourning mourning = new Mourning();
    private final long born = System.nanoTime();
    private volatile @Nullable EngineProcesses processes;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Strangers strangers;
    private @Nullable Browser browser;
    private @Nullable BrowserGate gate;
    private @Nullable DevTools devTools;

    private Engine(String name, BrowserSettings settings, EngineRegister register) {
        this.name = name;
        this.settings = settings;
        this.register = register;
        this.turns = new Turns(name);
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
            var spare = open(playwright);
            watchdog.start();
            ready.complete(this);
            while (mourning.isUp()) {
                turns.take(spare, mourning::isUp);
            }
        } catch (RuntimeException lost) {
            die("the browser or its driver is gone: " + firstLine(lost));
        } finally {
            die("the engine has ended");
            if (!ready.isDone()) {
                ready.completeExceptionally(new LaneDown(String.valueOf(mourning.down())));
            }
        }
    }

    /** The blank page's context, on which the thread lets events in. */
    private BrowserContext open(Playwright playwright) {
        Browser opened = Chromium.launch(playwright, settings);
        browser = opened;
        opened.onDisconnected(gone -> die("the browser is gone"));
        var session = opened.newBrowserCDPSession();
        var known = EngineProcesses.ofBrowser(Chromium.pid(session));
        processes = known;
        register.started(name, known);
        devTools = new DevTools(session, turns.replies(), new Subject());
        var unknown = new Strangers(devTools);
        strangers = unknown;
        gate = new BrowserGate(this, devTools, unknown::tell);
        BrowserContext spare =
                opened.newContext(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        spare.newPage();
        return spare;
    }

    /** Queues a short command. When the engine is down or hopelessly behind, nothing happens but its end. */
    void submit(Urgency urgency, Runnable work) {
        if (mourning.isUp() && !turns.add(urgency, work)) {
            kill("more than " + CommandQueue.LIMIT + " commands wait");
        }
    }

    void later(Duration delay, Urgency urgency, Runnable work) {
        watchdog.later(delay, () -> submit(urgency, work));
    }

    /** Queues a short command and promises its result; a dead engine answers with {@link LaneDown}. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Urgency urgency, Callable<T> work) {
        var answer = new CompletableFuture<T>();
        mourning.failWithEngine(answer);
        submit(urgency, () -> {
            try {
                answer.complete(work.call());
            } catch (Exception broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer;
    }

    /** A context of its own, restored from a session; it may take a while, and what others have to do is done meanwhile. */
    CompletableFuture<BrowserContext> newContext(@Nullable String storageState) {
        var owner = Objects.requireNonNull(browser, "the engine has not started");
        return ask(
                        Urgency.OTHER,
                        () -> turns.replies()
                                .ask(owner, "newContext", Chromium.context(settings, storageState), new Subject()))
                .thenCompose(later -> later)
                .thenApply(reply -> Unwaited.made(owner, reply, "context"));
    }

    BrowserGate gate() {
        return Objects.requireNonNull(gate, "the engine has not started");
    }

    /** For what may be gone already. */
    void sendToBrowser(String method, JsonObject params) {
        Objects.requireNonNull(devTools, "the engine has not started").order(method, params);
    }

    Replies replies() {
        return turns.replies();
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
        return mourning.down();
    }

    long busyFor(long now) {
        return turns.busyFor(now);
    }

    long pressingFor(long now) {
        return turns.pressingFor(now);
    }

    void add(Lane lane) {
        lanes().add(lane);
        var known = processes;
        if (known != null && settings.headless()) {
            PressesFirst.of(known);
        }
    }

    void remove(Lane lane) {
        lanes().remove(lane);
    }

    /** How many lanes an end of this engine would take with it. */
    int carries() {
        return lanes().size();
    }

    boolean up() {
        return mourning.isUp();
    }

    boolean olderThan(Duration age) {
        return System.nanoTime() - born > age.toNanos();
    }

    private List<Lane> lanes() {
        return Objects.requireNonNull(strangers, "the engine has not started").lanes();
    }

    /** Tells of the engine's death, once, from any thread; at once if it is dead already. */
    void onDown(Consumer<String> mourner) {
        mourning.add(mourner);
    }

    /** What is gone itself is told no more: an engine outlives many pages. */
    void notDown(Consumer<String> mourner) {
        mourning.remove(mourner);
    }

    /** Leaves all pages by way of about:blank, then ends by force: Chromium's own close waits for every page. */
    void end(long seconds) {
        var saved =
                lanes().stream().map(lane -> lane.end(lane.hasStoredSession())).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(saved)
                    .thenCompose(all -> ask(Urgency.BODY, () -> true))
                    .get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException slow) {
            LOG.debug("{} did not end in good order", name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        end("the engine was ended");
    }

    /** Ends the processes first and tells afterwards. */
    void kill(String why) {
        if (mourning.isUp()) {
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
        if (!mourning.begin(why)) {
            return;
        }
        LOG.info("{} is down: {}", name, why);
        watchdog.stop();
        EngineProcesses ours = processes;
        if (ours != null) {
            ours.end();
            register.ended(name);
        }
        turns.replies().lose(why);
        mourning.tellAll();
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
