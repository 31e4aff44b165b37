package app.cadeau.browser;

import app.cadeau.accounts.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each account its lane. Engines are started when they are needed, and anew when one is down. */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long START_SECONDS = 45;
    private static final long END_SECONDS = 5;

    private final BrowserSettings settings;
    private final StoredSessions sessions;
    private final EngineRegister register;
    private final EngineLimits limits;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session-writer").daemon().factory());
    private final Map<AccountId, Lane> lanes = new HashMap<>();
    private final List<Engine> engines = new ArrayList<>();
    private int started;

    public Lanes(BrowserSettings settings, StoredSessions sessions, EngineRegister register) {
        this(settings, sessions, register, EngineLimits.DEFAULT);
    }

    public Lanes(BrowserSettings settings, StoredSessions sessions, EngineRegister register, EngineLimits limits) {
        this.settings = settings;
        this.sessions = sessions;
        this.register = register;
        this.limits = limits;
    }

    /** The account's lane, restored from its session; a new one when the session was replaced. Blocks while an engine starts. */
    public synchronized Lane lane(AccountId account) throws LaneDown {
        Lane known = lanes.get(account);
        if (known != null && known.isUp() && known.hasStoredSession()) {
            return known;
        }
        drop(account);
        Lane lane = open(account);
        lanes.put(account, lane);
        return lane;
    }

    /** A lane of its own beside the account's, restored from the same session, to look at that session; then {@link #end} it. */
    public synchronized Lane beside(AccountId account) throws LaneDown {
        return open(account);
    }

    private Lane open(AccountId account) throws LaneDown {
        Engine engine = engine();
        Optional<String> stored = sessions.storageState(account);
        var session = new SavedSession(account, stored, sessions, writer);
        Lane lane = new Lane(account, engine, await(engine.newContext(stored.orElse(null))), session);
        engine.add(lane);
        lane.keepSaving();
        return lane;
    }

    /** Forgets a lane, so that the next one is made from the session as it is stored then. */
    public synchronized void drop(AccountId account) {
        Lane lane = lanes.remove(account);
        if (lane != null) {
            end(lane);
        }
    }

    /** Leaves its pages; its cookies are kept unless another session was stored meanwhile. */
    public void end(Lane lane) {
        lane.engine().remove(lane);
        var unused = lane.end(lane.hasStoredSession());
    }

    /**
     * Ends engines that carry nothing: all but one, which stays warm for the next send unless it is old. What carries a
     * lane is never touched; an old engine is given no further lanes, so it comes to carry none.
     */
    public void tidy() {
        List<Engine> empty = takeEmpty();
        empty.forEach(engine -> engine.end(END_SECONDS));
    }

    private synchronized List<Engine> takeEmpty() {
        List<Engine> empty = new ArrayList<>();
        boolean spare = false;
        for (Engine engine : engines) {
            boolean young = engine.up() && !engine.olderThan(limits.engineFor());
            if (engine.carries() == 0 && (spare || !young)) {
                empty.add(engine);
            }
            spare |= young && engine.carries() < limits.lanes();
        }
        engines.removeAll(empty);
        return empty;
    }

    /** Starts an engine ahead of the first send. */
    public synchronized void warm() throws LaneDown {
        engine();
    }

    /** The processes of the engines that run now. */
    public synchronized List<EngineProcesses> processes() {
        return engines.stream()
                .filter(e -> e.down() == null)
                .flatMap(e -> Optional.ofNullable(e.processes()).stream())
                .toList();
    }

    private Engine engine() throws LaneDown {
        engines.removeIf(engine -> engine.down() != null);
        Optional<Engine> emptiest = engines.stream()
                .filter(engine -> engine.carries() < limits.lanes() && !engine.olderThan(limits.engineFor()))
                .min(Comparator.comparingInt(Engine::carries));
        if (emptiest.isPresent()) {
            return emptiest.get();
        }
        Engine engine = await(Engine.start("engine-" + ++started, settings, register));
        engines.add(engine);
        return engine;
    }

    private static <T> T await(CompletableFuture<T> future) throws LaneDown {
        try {
            return future.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LaneDown down) {
                throw down;
            }
            throw new LaneDown(String.valueOf(failed.getMessage()), failed);
        } catch (TimeoutException late) {
            throw new LaneDown("the browser did not start within " + START_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaneDown("interrupted while the browser started", interrupted);
        }
    }

    @Override
    public synchronized void close() {
        for (Engine engine : engines) {
            engine.end(END_SECONDS);
        }
        engines.clear();
        lanes.clear();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("sessions were not saved within {} s", END_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
