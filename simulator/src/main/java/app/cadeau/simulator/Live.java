package app.cadeau.simulator;

import java.util.concurrent.atomic.AtomicLong;

/** One streamer and what is on air there. Safe for any thread. */
public final class Live {

    /** PAUSED and ENDED happen to a LIVE that was on air; OFF_AIR never began. */
    public enum State {
        ON_AIR,
        PAUSED,
        ENDED,
        OFF_AIR
    }

    private final String name;
    private final long roomId;
    private final AtomicLong coinsReceived = new AtomicLong();
    private volatile State state;
    private volatile int viewers;

    Live(String name, boolean onAir, long seed) {
        this.name = name;
        this.roomId = Ids.of("room" + seed, name);
        this.state = onAir ? State.ON_AIR : State.OFF_AIR;
        this.viewers = onAir ? 1200 + (int) (Ids.of("viewers", name) % 300) : 0;
    }

    public String name() {
        return name;
    }

    public long roomId() {
        return roomId;
    }

    public long hostId() {
        return Ids.of("host", name);
    }

    public State state() {
        return state;
    }

    /** Whether a page that is opened now finds a LIVE; a paused one is found, and takes gifts. */
    boolean canReceive() {
        return state == State.ON_AIR || state == State.PAUSED;
    }

    void state(State newState) {
        state = newState;
    }

    String nickname() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " Live";
    }

    String secUid() {
        return "MS4wLjABAAAA" + Ids.text("host", name, 42);
    }

    String title() {
        return "LIVE Fest night · road to 100K";
    }

    int viewers() {
        return viewers;
    }

    void viewers(int count) {
        viewers = Math.max(1, count);
    }

    long coinsReceived() {
        return coinsReceived.get();
    }

    void receive(long coins) {
        coinsReceived.addAndGet(coins);
    }
}
