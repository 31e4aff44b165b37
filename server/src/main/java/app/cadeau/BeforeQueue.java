package app.cadeau;

import org.springframework.context.SmartLifecycle;

/** What is done after all else is ready and before the queue opens: waiting for what a send needs, or holding it. */
final class BeforeQueue implements SmartLifecycle {

    private final Runnable work;
    private volatile boolean running;

    BeforeQueue(Runnable work) {
        this.work = work;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        try {
            work.run();
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
