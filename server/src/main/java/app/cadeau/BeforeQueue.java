package app.cadeau;

import org.springframework.context.SmartLifecycle;

/** Waits for what the first send needs, after all else is ready and before the queue opens. */
final class BeforeQueue implements SmartLifecycle {

    private final Runnable wait;
    private volatile boolean running;

    BeforeQueue(Runnable wait) {
        this.wait = wait;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        try {
            wait.run();
            running = true;
        } catch (RuntimeException missing) {
            throw new CannotStart(String.valueOf(missing.getMessage()), missing);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
