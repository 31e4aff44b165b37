package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.simulator.Programme;
import app.cadeau.simulator.Script;
import app.cadeau.simulator.Scripts;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Variation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty Roses in the middle of an evening; each is proved by its own echo among those of everybody else. */
class EveningSendJourney {

    /** Somebody called as we are gives our gift at our pace, in a match in which every gift may count five times. */
    private static final String NAMESAKE = """
            version: 1
            name: namesake
            length: 8m
            seed: 3
            streamer: demo
            crowd: {rate: 1, gives: 50, gifts: [Rose]}
            steps:
              - at: 1s
                battle: {against: luna, duration: 300s, lap: 30s, their-gifts: 1,
                  challenges: [{preview: 298, start: 296, lasts: 30, target: 1, reward-start: 250, reward-lasts: 60, times: 3}]}
              - {at: 50s, card: {kind: glove, who: Main, to: demo, times: 5, low: 90, high: 100, lasts: 60s}}
              - {at: 12s, every: 4s, until: 5:00, gift: {who: Main, gift: Rose, taps: [1, 1, 3], every: 500ms}}
            """;

    @AutoClose
    static final Stage stage = new Stage();

    @ParameterizedTest(name = "{0} from {1} s")
    @CsvSource({"quiet-room, 10", "battle, 100", "battle, 150", "fest-bonus-hour, 62", "team-battle, 15"})
    @Tag("long")
    void provesEveryRoseInTheMiddleOf(String evening, int second) throws InterruptedException {
        provesAll(Scripts.find(evening), 20, second);
    }

    @Test
    void provesEveryRoseWhileTheGloveIsOn() throws InterruptedException {
        provesAll(Scripts.find("battle"), 1, 161);
    }

    @Test
    void takesNoGiftOfANamesakeForItsOwn() throws InterruptedException {
        provesAll(Scripts.read("namesake.yaml", NAMESAKE), 2, 58);
    }

    private static void provesAll(Script script, int speed, int second) throws InterruptedException {
        try (var simulator = simulator(script, speed, second)) {
            var receipt = sent(simulator);
            assertThat(receipt.state()).as("%s", receipt).isEqualTo(SendState.CONFIRMED);
            assertThat(receipt.witnesses()).as("%s", receipt).isEqualTo(new Receipt.Witnesses(30, 30, true));
        }
    }

    /** It is not used alone: an answer proves only with its echo. */
    private static Receipt sent(Simulator simulator) throws InterruptedException {
        stage.forget();
        var receipt = stage.send(simulator, Stage.Ask.roses(30).shared());
        TruthBeside.agrees(simulator, receipt);
        return receipt;
    }

    private static Simulator simulator(Script script, int speed, int second, Variation... variations) {
        var simulator = Simulator.start(Settings.defaults().withVariations(variations));
        simulator.evenings().start(new Programme(script, speed, false));
        simulator.evenings().seek(second * 1000L);
        return simulator;
    }

    /**
     * How a send that begins at this second of the dying room ends, in the words of its receipt. Where it stands by the
     * first press depends on the machine: at 0:20 its socket drops, and what echoes before there is another is not proved;
     * from 1:50 on a Rose costs two, at 4:00 the LIVE is over.
     */
    @ParameterizedTest(name = "from {0} s at speed {1}: {2}")
    @CsvSource({
        "18,  1, CONFIRMED REVIEW NOT_PROVED",
        "78,  10, CONFIRMED PARTIAL REVIEW REFUSED PRICE_MOVED LIVE_PAUSED LIVE_ENDED NOT_PROVED EXCESS",
        "108, 1, PARTIAL REVIEW REFUSED PRICE_MOVED",
        "112, 20, PARTIAL REVIEW REFUSED PRICE_MOVED LIVE_ENDED",
        "168, 20, REFUSED PARTIAL REVIEW PRICE_MOVED LIVE_ENDED NOT_PROVED",
        "238, 1, PARTIAL REVIEW REFUSED PRICE_MOVED LIVE_ENDED",
    })
    @Tag("long")
    void endsRightlyInARoomThatDies(int second, int speed, String ends) throws InterruptedException {
        try (var simulator = simulator(Scripts.find("dying-room"), speed, second)) {
            var receipt = sent(simulator);
            assertThat(Ends.End.of(ends).allows(receipt))
                    .as("%s, not %s", receipt, ends)
                    .isTrue();
        }
    }

    @Test
    void endsRightlyWherePausedLivesRefuse() throws InterruptedException {
        try (var simulator = simulator(Scripts.find("dying-room"), 10, 75, Variation.PAUSE_REFUSES)) {
            var receipt = sent(simulator);
            assertThat(Ends.End.of(
                                    "CONFIRMED PARTIAL REVIEW REFUSED LIVE_PAUSED REFUSED_BY_PLATFORM PRICE_MOVED LIVE_ENDED NOT_PROVED EXCESS")
                            .allows(receipt))
                    .as("%s", receipt)
                    .isTrue();
        }
    }
}
