package app.cadeau.sends;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A few stages, for classes whose cases mostly wait for what does not come: these are played beside each other, each with
 * a Chromium and a simulator of its own. How many at once is {@code junit-platform.properties}' to say.
 */
final class Stages implements AutoCloseable {

    private static final int MOST = 3;
    private static final long MINUTES = 5;

    private final BlockingQueue<Stage> free = new LinkedBlockingQueue<>();
    private int made;

    /** A case on a stage that is its own, with nothing left of the case before. */
    interface Act {
        void on(Stage stage) throws InterruptedException;
    }

    void play(Act act) throws InterruptedException {
        var stage = take();
        try {
            stage.forget();
            act.on(stage);
        } finally {
            free.add(stage);
        }
    }

    private Stage take() throws InterruptedException {
        var stage = free.poll();
        if (stage == null && mayMake()) {
            return new Stage();
        }
        stage = stage != null ? stage : free.poll(MINUTES, TimeUnit.MINUTES);
        if (stage == null) {
            throw new AssertionError("no stage was free for " + MINUTES + " minutes");
        }
        return stage;
    }

    private synchronized boolean mayMake() {
        return made < MOST && made++ < MOST;
    }

    @Override
    public void close() throws IOException {
        for (var stage = free.poll(); stage != null; stage = free.poll()) {
            stage.close();
        }
    }
}
