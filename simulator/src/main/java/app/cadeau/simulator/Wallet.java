package app.cadeau.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** An account of the platform with its coins. Safe for any thread. */
public final class Wallet {

    private static final int KEPT_READINGS = 512;

    private record Reading(long atMillis, long coins) {}

    private final String name;
    private final Clock clock;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private long coins;
    private long spent;
    private long gifts;
    private volatile long frozen;
    private volatile Standing standing = Standing.USUAL;

    Wallet(String name, long coins, Clock clock) {
        this.name = name;
        this.clock = clock;
        set(coins);
    }

    public String name() {
        return name;
    }

    public long userId() {
        return Ids.of("user", name);
    }

    String handle() {
        return name + "_sim";
    }

    String nickname() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String secUid() {
        return "MS4wLjABAAAA" + Ids.text("sec", name, 42);
    }

    public synchronized long coins() {
        return coins;
    }

    /** Coins that come or go outside of the LIVE: a recharge, or a gift sent from a phone. Never below zero. */
    public synchronized void move(long change) {
        set(Math.max(0, coins + change));
    }

    public final synchronized void set(long newCoins) {
        coins = newCoins;
        readings.addLast(new Reading(clock.millis(), coins));
        if (readings.size() > KEPT_READINGS) {
            readings.removeFirst();
        }
    }

    public Standing standing() {
        return standing;
    }

    public Wallet standing(Standing newStanding) {
        standing = newStanding;
        return this;
    }

    /** Coins that went for gifts since the start. */
    synchronized long spent() {
        return spent;
    }

    /** Coins that are his but cannot be spent now. */
    public long frozen() {
        return frozen;
    }

    public void freeze(long coins) {
        frozen = coins;
    }

    /** Gifts that were paid for since the start. */
    synchronized long gifts() {
        return gifts;
    }

    synchronized boolean spend(long price, int count) {
        if (price > coins) {
            return false;
        }
        set(coins - price);
        spent += price;
        gifts += count;
        return true;
    }

    /** What the wallet held that long ago, or the oldest number still known. */
    synchronized long coinsBefore(long millis) {
        long then = clock.millis() - millis;
        long found = readings.getFirst().coins();
        for (Reading reading : readings) {
            if (reading.atMillis() > then) {
                break;
            }
            found = reading.coins();
        }
        return found;
    }
}
