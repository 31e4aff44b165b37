package app.cadeau.simulator;

import java.time.Clock;
import java.util.function.Function;

/** Says a message of the platform in a LIVE: ids, times and envelope are the same for all of them. */
final class Announcer {

    /** A message of ours, unknown to everyone but the simulator's own page. */
    static final String TO_PAGE = "WebcastSimulatorStage";

    private final Stage stage;
    private final Timeline timeline;
    private final long startMillis;

    /** @param startMillis the date of the evening's first moment */
    Announcer(Stage stage, Timeline timeline, long startMillis) {
        this.stage = stage;
        this.timeline = timeline;
        this.startMillis = startMillis;
    }

    /** The evening's own date: it runs as fast as the evening does. */
    long millis() {
        return startMillis + timeline.now();
    }

    /** The evening's own clock, for frames that ask one. */
    Clock clock() {
        return new EveningClock(this::millis);
    }

    /** {@code made} gets the message's common part and gives the whole. */
    void say(Live live, String method, Function<byte[], WireMessage> made) {
        long msgId = stage.ids().next();
        byte[] common = new WireMessage()
                .set(1, method)
                .set(2, msgId)
                .set(3, live.roomId())
                .set(4, millis())
                .set(6, 1)
                .bytes();
        stage.voice().say(live, method, msgId, made.apply(common).bytes());
    }

    /** What only the simulator's own page hears. */
    void tellPage(Live live, java.util.Map<String, Object> what) {
        byte[] json = Exchange.JSON.writeValueAsBytes(what);
        stage.voice().say(live, TO_PAGE, stage.ids().next(), json);
    }
}
