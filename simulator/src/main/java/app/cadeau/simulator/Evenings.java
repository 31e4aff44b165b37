package app.cadeau.simulator;

import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The evening that is played now: moves its time, on the simulator's one thread. Safe for any thread. */
public final class Evenings {

    /** How far one turn of the thread may fall behind before the page is served again, in milliseconds of the evening. */
    private static final long TURN = 2000;

    private static final long LONGEST_SLEEP = 1000;
    private static final long PATIENCE_SECONDS = 10;

    private final Stage stage;
    private final Stream stream;
    private final Wallets wallets;
    private final Clock clock;
    private final long seed;
    private final EventExecutor thread;
    private final LateComers lateComers = new LateComers();
    private @Nullable Evening evening;
    private @Nullable Programme programme;
    private long startedAt;
    private long offset;
    private int turn;
    private boolean muted;
    private @Nullable String failure;

    Evenings(Stage.Maker stage, Stream stream, Wallets wallets, Settings settings, EventExecutor thread) {
        this.stage = stage.with(this::say);
        this.stream = stream;
        this.wallets = wallets;
        this.clock = settings.clock();
        this.seed = settings.seed();
        this.thread = thread;
    }

    private void say(Live live, String method, long msgId, byte[] payload) {
        lateComers.heard(live, method, payload);
        if (!muted) {
            stream.publish(live, method, msgId, payload);
        }
    }

    /** Begins this evening now; another one ends. */
    public void start(Programme next) {
        on(() -> {
            begin(next);
            return next;
        });
    }

    /** The LIVE stays as it is; its usual crowd comes back. */
    public void stop() {
        on(() -> {
            end();
            return "";
        });
    }

    /** Moves to a moment: what lies before it is done without a word, then every page is told how things stand. */
    public void seek(long millis) {
        on(() -> {
            jump(millis);
            return "";
        });
    }

    /** What is played, and where it stands. */
    public Map<String, Object> where() {
        return on(this::told);
    }

    private <T> T on(Callable<T> work) {
        if (thread.inEventLoop()) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            return thread.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the simulator's thread did not come within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void begin(Programme next) {
        end();
        failure = null;
        programme = next;
        offset = 0;
        startedAt = clock.millis();
        Evening begun = new Evening(next.script(), stage, startedAt, seed);
        begun.live().scripted(true);
        evening = begun;
        tellClock(begun, next.speed());
        step(turn);
    }

    /** Pages that are open hear how fast the evening runs; it is no news for those that come later. */
    private void tellClock(Evening now, int speed) {
        byte[] told = Exchange.JSON.writeValueAsBytes(Map.of("speed", speed, "at", now.millis()));
        stage.lives()
                .all()
                .forEach(live ->
                        stream.publish(live, Announcer.TO_PAGE, stage.ids().next(), told));
    }

    private void end() {
        turn++;
        if (evening != null) {
            stage.lives().all().forEach(live -> live.scripted(false));
        }
        evening = null;
        programme = null;
        lateComers.forget();
        stage.strikes().clear();
    }

    private long due() {
        int speed = programme == null ? 1 : programme.speed();
        return offset + (clock.millis() - startedAt) * speed;
    }

    /** Plays what is due, and sleeps until something else is. */
    private void step(int mine) {
        Evening now = evening;
        Programme playing = programme;
        if (now == null || playing == null || mine != turn) {
            return;
        }
        if (!advance(now, Math.min(due(), now.timeline().now() + TURN))) {
            return;
        }
        if (now.over()) {
            if (playing.loop()) {
                begin(playing);
            } else {
                stage.lives().all().forEach(live -> live.scripted(false));
            }
            return;
        }
        long wait = (Math.min(now.timeline().nextAt(), now.script().lengthMillis()) - due()) / playing.speed();
        thread.schedule(() -> step(mine), Math.clamp(wait, 1, LONGEST_SLEEP), TimeUnit.MILLISECONDS);
    }

    private boolean advance(Evening now, long millis) {
        try {
            now.timeline().advanceTo(Math.min(millis, now.script().lengthMillis()));
            return true;
        } catch (RuntimeException e) {
            failure = e.toString();
            System.err.println("The evening " + now.script().name() + " ended: " + e);
            return false;
        }
    }

    private void jump(long millis) {
        Evening now = evening;
        Programme playing = programme;
        if (now == null || playing == null) {
            throw new IllegalStateException("no script is played; start one");
        }
        muted = true;
        try {
            if (millis < now.timeline().now()) {
                begin(playing);
            }
            Evening then = evening;
            if (then != null) {
                advance(then, millis);
                offset = millis;
                startedAt = clock.millis();
            }
        } finally {
            muted = false;
        }
        turn++;
        step(turn);
        if (evening != null) {
            tellClock(evening, playing.speed());
        }
        lateComers.again((room, said) -> stage.lives()
                .named(room)
                .ifPresent(
                        live -> stream.publish(live, said.getKey(), stage.ids().next(), said.getValue())));
    }

    /** One of ours, as the till took it. */
    void taken(Truth.Gift gift) {
        Evening now = evening;
        Live live = stage.lives().named(gift.streamer()).orElse(null);
        Wallet wallet = wallets.named(gift.account()).orElse(null);
        if (now == null || live == null || wallet == null || now.over() || gift.count() < 1 || !toHost(gift)) {
            return;
        }
        advance(now, Math.min(due(), now.timeline().now() + TURN));
        stage.shop()
                .find(gift.giftId())
                .map(found -> found.at(gift.coins() / gift.count()))
                .ifPresent(found -> now.gave(live, GiftFrames.Giver.of(wallet), found, gift.count()));
    }

    private boolean toHost(Truth.Gift gift) {
        return stage.lives()
                .named(gift.streamer())
                .filter(live -> Long.toString(live.hostId()).equals(gift.recipientId()))
                .isPresent();
    }

    private Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        Evening now = evening;
        told.put("playing", now != null && !now.over() && failure == null);
        if (now != null && programme != null) {
            told.putAll(now.where());
            told.put("speed", programme.speed());
            told.put("loop", programme.loop());
        }
        if (failure != null) {
            told.put("failure", failure);
        }
        return told;
    }

    /** For the simulator's own page: the evening's clock and what was said that still matters. */
    Map<String, Object> forPage(Live live) {
        Evening now = evening;
        int speed = programme == null ? 1 : programme.speed();
        return Map.of("speed", speed, "now", now == null ? clock.millis() : now.millis(), "said", lateComers.of(live));
    }

    /** BattleInfoResponse of the match of this LIVE; empty bytes when there is none. */
    byte[] battleInfo(Live live) {
        Battle battle = evening == null ? null : evening.battle();
        boolean here = battle != null && battle.hosts().stream().anyMatch(host -> host.live == live);
        WireMessage info = here && battle != null ? battle.info() : null;
        return info == null ? new byte[0] : info.bytes();
    }
}
