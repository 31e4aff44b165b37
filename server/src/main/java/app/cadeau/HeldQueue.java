package app.cadeau;

import app.cadeau.sends.Sends;
import org.springframework.context.SmartLifecycle;

/** Holds the queue back before it opens. */
final class HeldQueue implements SmartLifecycle {

    private final Sends sends;
    private volatile boolean running;

    HeldQueue(Sends sends) {
        this.sends = sends;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        sends.hold();
        running = true;
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
