package app.cadeau;

import app.cadeau.sends.Sends;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees that the machine's clock was set, or that the machine slept, and has {@link Sends} end what was in the middle of
 * pressing; small differences are followed.
 */
@Component
final class ClockWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    static final Duration EVERY = Duration.ofMillis(200);
    /** More than a clock is ever slewed by, less than the deadline of a burst. */
    static final Duration JUMP = Duration.ofMillis(150);

    static final Duration STEP = Duration.ofMillis(5);

    private final SteadyClock clock;
    private final Sends sends;
    private volatile @Nullable ScheduledExecutorService looking;
    private boolean told;

    ClockWatch(SteadyClock clock, Sends sends) {
        this.clock = clock;
        this.sends = sends;
    }

    void look() {
        var ahead = clock.machineAhead();
        if (ahead.abs().compareTo(JUMP) <= 0) {
            told = false;
            clock.follow(STEP);
        } else if (!told) {
            told = true;
            log.warn(
                    "the clock of this machine jumped by {} s: it was set, or the machine slept",
                    ahead.toMillis() / 1000.0);
            sends.clockJumped(ahead, clock::agree);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            log.error("the clock could not be compared", failed);
        }
    }

    @Override
    public void start() {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("clock-watch").daemon().factory());
        var unused = thread.scheduleWithFixedDelay(
                this::lookSafely, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        looking = thread;
    }

    @Override
    public void stop() {
        var thread = looking;
        if (thread != null) {
            thread.shutdown();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
