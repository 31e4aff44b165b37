package app.cadeau.sends;

import java.util.function.DoubleSupplier;

/**
 * How many sends this machine carries at full pace. A guess at first, then what it has shown: one more while all that it
 * allows keep their pace and CPU is left, one fewer when they had to be slowed for long. Thread-safe.
 */
final class Carried {

    private static final double BUSY = 0.85;
    private static final int ROUNDS_THAT_PROVE = 6;
    private static final int ROUNDS_TOO_SHORT = 12;

    private final int least;
    private final int most;
    private final DoubleSupplier cpu;
    private int lanes;
    private int proved;
    private int shortage;

    private Carried(int first, int least, int most, DoubleSupplier cpu) {
        this.lanes = first;
        this.least = least;
        this.most = most;
        this.cpu = cpu;
    }

    /** @param cpu how much of the machine's CPU is in use, 0 to 1; less than 0 when nobody knows */
    static Carried learned(int first, int most, DoubleSupplier cpu) {
        return new Carried(Math.min(first, most), 1, most, cpu);
    }

    /** As many as the owner says. */
    static Carried fixed(int lanes) {
        return new Carried(lanes, lanes, lanes, () -> 1);
    }

    synchronized int lanes() {
        return lanes;
    }

    /**
     * Half a second of presses.
     *
     * @param pressing sends that pressed
     * @param slowed whether they press less often than was asked for
     */
    synchronized void round(int pressing, boolean slowed) {
        shortage = slowed ? shortage + 1 : Math.max(0, shortage - 2);
        proved = !slowed && pressing >= lanes && cpu.getAsDouble() < BUSY ? proved + 1 : 0;
        if (shortage >= ROUNDS_TOO_SHORT) {
            shortage = 0;
            lanes = Math.max(least, Math.min(lanes, pressing - 1));
        } else if (proved >= ROUNDS_THAT_PROVE) {
            proved = 0;
            lanes = Math.min(most, lanes + 1);
        }
    }
}
