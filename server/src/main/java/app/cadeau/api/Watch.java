package app.cadeau.api;

import app.cadeau.accounts.Accounts;
import app.cadeau.sends.Sends;
import app.cadeau.spending.Ledger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at what stands and tells what has changed since it last looked: lanes, queue, balances, accounts, streamers, multipliers.
 * Looks only while somebody watches, soon after a send moved and every two seconds.
 */
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration NOT_SOONER_THAN = Duration.ofMillis(150);

    /** Something that is told as a whole whenever any of it changes. */
    private record Thing(String type, Object data) {}

    /** An account or a streamer that is there no more. */
    private record Gone(String name, boolean removed) {}

    private final Newsroom newsroom;
    private final LaneLines lanes;
    private final Sends sends;
    private final Accounts accounts;
    private final AccountLines accountLines;
    private final StreamLines streams;
    private final MultiplierLines multipliers;
    private final Ledger ledger;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rang = lock.newCondition();
    private final ReentrantLock looking = new ReentrantLock();
    private Map<String, String> told = new HashMap<>();
    private boolean wanted;
    private volatile boolean running;

    Watch(
            Newsroom newsroom,
            LaneLines lanes,
            Sends sends,
            Accounts accounts,
            AccountLines accountLines,
            StreamLines streams,
            MultiplierLines multipliers,
            Ledger ledger,
            JsonMapper json) {
        this.newsroom = newsroom;
        this.lanes = lanes;
        this.sends = sends;
        this.accounts = accounts;
        this.accountLines = accountLines;
        this.streams = streams;
        this.multipliers = multipliers;
        this.ledger = ledger;
        this.json = json;
    }

    /** Something may have changed. */
    void soon() {
        lock.lock();
        try {
            wanted = true;
            rang.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Tells what has changed since the last look; the first one only remembers. */
    void look() {
        looking.lock();
        try {
            var first = told.isEmpty();
            var now = new HashMap<String, String>();
            things().forEach((key, thing) -> {
                var text = json.writeValueAsString(thing.data);
                now.put(key, text);
                if (!first && !text.equals(told.get(key))) {
                    newsroom.tell(thing.type, thing.data);
                }
            });
            told.keySet().stream().filter(key -> !now.containsKey(key)).forEach(this::gone);
            told = now;
        } finally {
            looking.unlock();
        }
    }

    private void gone(String key) {
        var named = key.split(" ", 2);
        if (named[0].equals("account") || named[0].equals("stream")) {
            newsroom.tell(named[0], new Gone(named[1], true));
        }
    }

    private Map<String, Thing> things() {
        var things = new LinkedHashMap<String, Thing>();
        things.put("queue", new Thing("queue", QueueApi.Queue.of(sends)));
        lanes.all().forEach(lane -> things.put("lane " + lane.account(), new Thing("lane", lane)));
        for (var account : accounts.list()) {
            var name = account.id().name();
            things.put("balance " + name, new Thing("balance", ledger.balance(name)));
            things.put("account " + name, new Thing("account", accountLines.of(account)));
        }
        streams.all().forEach(line -> things.put("stream " + line.streamer(), new Thing("stream", line)));
        multipliers.all().forEach(line -> things.put("multiplier " + line.streamer(), new Thing("multiplier", line)));
        return things;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("watch").start(this::work);
    }

    private void work() {
        try {
            while (running) {
                await(NOT_SOONER_THAN, false);
                await(EVERY, true);
                if (!newsroom.nobodyReads()) {
                    tryToLook();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException failed) {
            log.warn("what changed could not be looked at; it is tried again", failed);
        }
    }

    private void await(Duration most, boolean untilWanted) throws InterruptedException {
        lock.lock();
        try {
            var left = most.toNanos();
            while (running && left > 0 && !(untilWanted && wanted)) {
                left = rang.awaitNanos(left);
            }
            if (untilWanted) {
                wanted = false;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        running = false;
        soon();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
