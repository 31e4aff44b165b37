package app.cadeau.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * One Chromium, and the one thread that talks with it: it hears what the browser says and works through short commands.
 * Nothing on it waits for a page.
 */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(40);
    private static final Duration END_WITHIN = Duration.ofSeconds(2);
    private static final Duration RANKED_EVERY = Duration.ofSeconds(3);

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
    private volatile @Nullable Chromium chromium;
    private volatile @Nullable Connection connection;
    private @Nullable BrowserGate gate;

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
        try {
            var way = open();
            watchdog.start();
            ready.complete(this);
            while (mourning.isUp()) {
                turns.take(way);
            }
        } catch (RuntimeException | LaneDown failed) {
            die("the browser could not be started: " + firstLine(failed));
        } finally {
            die("the engine has ended");
            if (!ready.isDone()) {
                ready.completeExceptionally(new LaneDown(String.valueOf(mourning.down())));
            }
        }
    }

    /** The gate stands before the first page. */
    private Connection open() throws LaneDown {
        var started = Chromium.start(name, settings);
        chromium = started;
        var way = new Connection(started.pipe(), turns.replies(), turns::wake);
        connection = way;
        way.listen(name, this::die);
        var known = EngineProcesses.ofBrowser(
                Chromium.pid(await(way, started, way.browser().ask("SystemInfo.getProcessInfo"))), started.profile());
        processes = known;
        register.started(name, known);
        var unknown = new Strangers(way.browser());
        strangers = unknown;
        var standing = new BrowserGate(this, way.browser(), unknown::tell);
        gate = standing;
        await(way, started, standing.stand());
        if (settings.headless()) {
            await(way, started, new PopUps(way).shut());
            pressesFirst(known);
        }
        return way;
    }

    private void pressesFirst(EngineProcesses known) {
        PressesFirst.of(known);
        watchdog.later(RANKED_EVERY, () -> pressesFirst(known));
    }

    private <T> T await(Connection way, Chromium started, CompletableFuture<T> reply) throws LaneDown {
        try {
            return turns.await(way, reply, START_WITHIN);
        } catch (CompletionException | TimeoutException silent) {
            LOG.warn("Chromium did not start; it said last:\n{}", started.lastWords());
            throw new LaneDown(firstLine(silent), silent);
        }
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
    CompletableFuture<Context> newContext(@Nullable String storageState) {
        return ask(Urgency.OTHER, () -> Context.make(connection(), storageState))
                .thenCompose(later -> later);
    }

    private Connection connection() {
        return Objects.requireNonNull(connection, "the engine has not started");
    }

    BrowserGate gate() {
        return Objects.requireNonNull(gate, "the engine has not started");
    }

    /** Closes a page of its own; one that is gone already is no matter. */
    void close(String target) {
        connection().close(target);
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
        awaitEnd();
    }

    private void awaitEnd() {
        Chromium started = chromium;
        if (started != null) {
            started.awaitEnd(END_WITHIN);
        }
    }

    /** Ends the processes first and tells afterwards. */
    void kill(String why) {
        if (mourning.isUp()) {
            LOG.warn("{} is killed: {}; it was at {}", name, why, whereabouts());
        }
        end(why);
    }

    private void end(String why) {
        endProcesses();
        die(why);
    }

    /** What the engine's thread is doing, for whoever has to find out why it did not come back. */
    private String whereabouts() {
        Thread ours = thread;
        return ours == null
                ? "nowhere"
                : Stream.of(ours.getStackTrace())
                        .map(StackTraceElement::toString)
                        .filter(at -> at.contains("cadeau"))
                        .limit(25)
                        .collect(Collectors.joining(" < "));
    }

    private void die(String why) {
        if (!mourning.begin(why)) {
            return;
        }
        LOG.info("{} is down: {}", name, why);
        watchdog.stop();
        endProcesses();
        if (processes != null) {
            register.ended(name);
        }
        var way = connection;
        if (way != null) {
            way.close();
        }
        turns.replies().lose(why);
        mourning.tellAll();
        turns.wake();
    }

    private void endProcesses() {
        EngineProcesses known = processes;
        if (known != null) {
            known.end();
        }
        Chromium started = chromium;
        if (started != null) {
            started.end();
        }
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
