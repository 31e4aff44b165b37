package app.cadeau.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Presses in each of the last 60 seconds, from how many there were in all at several moments. */
final class PaceMeter {

    private static final int SECONDS = 60;

    private final Deque<Integer> seconds = new ArrayDeque<>(List.of(0));
    private long second = -1;
    private int known;

    /** @param presses made in all so far */
    List<Integer> with(int presses, Instant now) {
        var passed = second < 0 ? 0 : Math.clamp(now.getEpochSecond() - second, 0, SECONDS);
        second = Math.max(second, now.getEpochSecond());
        for (var i = 0; i < passed; i++) {
            seconds.add(0);
        }
        while (seconds.size() > SECONDS) {
            seconds.remove();
        }
        seconds.add(seconds.removeLast() + Math.max(0, presses - known));
        known = Math.max(known, presses);
        return new ArrayList<>(seconds);
    }
}
