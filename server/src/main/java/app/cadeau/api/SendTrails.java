package app.cadeau.api;

import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the sends is to be told next: every state in its order, then of the progress of each send the newest. How often a
 * send tells its progress is its own affair. Whoever uses it holds a lock.
 */
final class SendTrails {

    static final int MOST_STATES = 20_000;

    sealed interface Next {}

    /** @param state nobody may miss it; else it is progress */
    record Told(Receipt receipt, int armed, boolean state) implements Next {}

    /** States were dropped. */
    record Gap() implements Next {}

    /** Until something comes. */
    record Nothing() implements Next {}

    /** One send at work. */
    private static final class Trail {
        final PaceMeter pace = new PaceMeter();
        SendState state;

        @Nullable
        Told progress;

        Trail(SendState state) {
            this.state = state;
        }
    }

    private final Map<SendId, Trail> trails = new HashMap<>();
    private final Deque<Told> states = new ArrayDeque<>();
    private boolean lost;

    void told(Receipt receipt, int armed) {
        var trail = trails.get(receipt.id());
        if (trail == null || trail.state != receipt.state()) {
            state(trail, new Told(receipt, armed, true));
        } else {
            trail.progress = new Told(receipt, armed, false);
        }
    }

    private void state(@Nullable Trail trail, Told told) {
        var id = told.receipt().id();
        var state = told.receipt().state();
        if (state == SendState.QUEUED || state.ended()) {
            trails.remove(id);
        } else if (trail == null) {
            trails.put(id, new Trail(state));
        } else {
            trail.state = state;
            trail.progress = null;
        }
        if (states.size() < MOST_STATES) {
            states.add(told);
        } else {
            lost = true;
        }
    }

    Next next() {
        var state = states.poll();
        if (state != null) {
            return state;
        }
        if (lost) {
            lost = false;
            return new Gap();
        }
        for (var trail : trails.values()) {
            var progress = trail.progress;
            if (progress != null) {
                trail.progress = null;
                return progress;
            }
        }
        return new Nothing();
    }

    List<Integer> pace(Receipt receipt, Instant now) {
        var trail = trails.get(receipt.id());
        return trail == null ? List.of() : trail.pace.with(receipt.presses(), now);
    }
}
