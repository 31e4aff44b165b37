package app.cadeau.simulator;

import app.cadeau.webcast.proto.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Of 70 pairs of frames of a streak 3 came swapped, inside one batch. Plays that for the streaks of other people. */
final class SwappedPairs {

    private static final double SHARE = 3.0 / 70;
    private static final long LONGEST_WAIT_MILLIS = 700;

    private final Stream stream;
    private final Random random;
    private final ScheduledExecutorService thread;
    private final Map<Object, Message> held = new HashMap<>();

    SwappedPairs(Stream stream, long seed, ScheduledExecutorService thread) {
        this.stream = stream;
        this.random = new Random(seed * 29);
        this.thread = thread;
    }

    /** Goes out now, or after the next of the same streak, in its batch. */
    void publish(Live live, Object streak, Message message) {
        Message earlier = held.remove(streak);
        if (earlier == null && random.nextDouble() < SHARE) {
            held.put(streak, message);
            thread.schedule(() -> letGo(live, streak, message), LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        List<Message> batch = new ArrayList<>(List.of(message));
        if (earlier != null) {
            batch.add(earlier);
        }
        stream.publish(live, batch);
    }

    private void letGo(Live live, Object streak, Message message) {
        if (held.remove(streak, message)) {
            stream.publish(live, List.of(message));
        }
    }
}
