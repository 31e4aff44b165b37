package app.cadeau.simulator;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Supporters supporters = new Supporters();
    private final List<Seat> guests = new CopyOnWriteArrayList<>();
    private volatile LiveRules rules = LiveRules.USUAL;
    private final AtomicLong likes = new AtomicLong(12_000);
    private volatile State state;
    private volatile int viewers;
    private volatile boolean scripted;

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

    public LiveRules rules() {
        return rules;
    }

    public Live rules(LiveRules newRules) {
        rules = newRules;
        return this;
    }

    /** A guest comes on stage, or stays with what is said of them now. */
    public Live welcome(String guest, boolean receives) {
        dismiss(guest);
        guests.add(Seat.ofGuest(guest, receives));
        return this;
    }

    public Live dismiss(String guest) {
        guests.removeIf(seat -> seat.handle().equals(guest));
        return this;
    }

    public List<Seat> guests() {
        return List.copyOf(guests);
    }

    /** Who on stage has this user id. */
    Optional<Seat> seat(long userId) {
        Seat host = Seat.ofHost(name, rules.hostReceives());
        return userId == host.userId()
                ? Optional.of(host)
                : guests.stream().filter(seat -> seat.userId() == userId).findFirst();
    }

    Seat hostSeat() {
        return Seat.ofHost(name, rules.hostReceives());
    }

    Supporters supporters() {
        return supporters;
    }

    /** Whether a page that is opened now finds a LIVE; a paused one is found, and takes gifts. */
    boolean canReceive() {
        return state == State.ON_AIR || state == State.PAUSED;
    }

    void state(State newState) {
        state = newState;
    }

    String nickname() {
        return hostSeat().nickname();
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

    long likes() {
        return likes.get();
    }

    void like(int count) {
        likes.addAndGet(count);
    }

    /** Whether an evening plays here: it brings a crowd of its own. */
    boolean scripted() {
        return scripted;
    }

    void scripted(boolean now) {
        scripted = now;
    }
}
