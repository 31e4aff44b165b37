package app.cadeau.browser;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends an engine that does not come back: a page's script, or a stopped renderer, can hold a call for ever. */
final class Watchdog {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final Engine engine;
    private final BrowserSettings settings;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("engine-watchdog").daemon().factory());

    Watchdog(Engine engine, BrowserSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    void start() {
        later(Duration.ofMillis(LOOK_EVERY_MILLIS), this::look);
    }

    void later(Duration delay, Runnable work) {
        try {
            var unused = clock.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            // The engine is down: nothing that waits on it will happen.
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (engine.pressingFor(now) > settings.pressingLimit().toNanos()) {
            engine.kill("a stop, a burst or a held gift waited longer than "
                    + settings.pressingLimit().toMillis() + " ms");
        } else if (engine.busyFor(now) > settings.commandLimit().toNanos()) {
            engine.kill(
                    "one command took longer than " + settings.commandLimit().toMillis() + " ms");
        } else {
            later(Duration.ofMillis(LOOK_EVERY_MILLIS), this::look);
        }
    }

    void stop() {
        clock.shutdownNow();
    }
}
