package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.webcast.proto.BattleInfoResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Evenings as another process orders them; at speed 1, so that what is sought stays where it is. */
class ScriptDeskTest {

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    private JsonNode order(Map<String, Object> what) throws Exception {
        return Exchange.JSON.readTree(main.post("/_admin/script", Exchange.JSON.writeValueAsString(what))
                .body());
    }

    @Test
    void anEveningIsStartedSoughtAndStopped() throws Exception {
        assertThat(main.json("/_admin/script").path("playing").asBoolean()).isFalse();

        assertThat(order(Map.of("start", "battle")).path("script").asString()).isEqualTo("battle");
        JsonNode sought = order(Map.of("seek", "2:02"));
        assertThat(sought.path("atMillis").asLong()).isBetween(122_000L, 125_000L);
        assertThat(sought.path("battle").path("phase").asString()).isEqualTo("RUNNING");
        assertThat(order(Map.of("seek", "30s")).path("atMillis").asLong()).isBetween(30_000L, 33_000L);

        assertThat(order(Map.of("stop", true)).path("playing").asBoolean()).isFalse();
    }

    @Test
    void aMistakeIsToldAndWhatIsPlayedGoesOn() throws Exception {
        order(Map.of("start", "quiet-room"));

        JsonNode told = order(Map.of("yaml", "version: 2\nname: x\nlength: 1m\nsteps: []"));

        assertThat(told.path("error").asString()).startsWith("yaml, line 1: '2' does not fit");
        assertThat(main.json("/_admin/script").path("script").asString()).isEqualTo("quiet-room");
        assertThat(order(Map.of("start", "battle", "speed", 101)).path("error").asString())
                .contains("1 to 100");
    }

    @Test
    void ourGiftAtTheTillGetsTheRewardAndItsEchoSaysSo() throws Exception {
        simulator.evenings().start(new Programme(Scripts.find("battle"), 1, false));
        simulator.evenings().seek(122_000);
        Caller.Ears ears = main.listen(true);

        main.sent(16873, 1);

        long us = simulator.wallet("main").userId();
        Wire echo = null;
        Wire armies = null;
        while (echo == null || armies == null) {
            byte[] frame = ears.next();
            for (Wire gift : Wire.messages(frame, "WebcastGiftMessage")) {
                echo = gift.child(7).number(1) == us ? gift : echo;
            }
            for (Wire one : Wire.messages(frame, "WebcastLinkMicArmies")) {
                armies = one.number(8) == us ? one : armies;
            }
        }
        assertThat(echo.child(33).number(4)).isEqualTo(3);
        assertThat(armies.number(12)).isEqualTo(299);
    }

    @Test
    void whoAsksLateIsToldTheChallengeAndTheGlove() throws Exception {
        simulator.evenings().start(new Programme(Scripts.find("battle"), 1, false));
        simulator.evenings().seek(90_000);
        assertThat(info().getBattleTask().getConfig().getReward().getRewardMultiple())
                .isEqualTo(3);

        simulator.evenings().seek(165_000);

        assertThat(info().getEffectingCardsOrThrow(simulator.live("demo").hostId())
                        .getCritical()
                        .getMultiple())
                .isEqualTo(5);
    }

    private BattleInfoResponse info() throws Exception {
        return BattleInfoResponse.parseFrom(main.bytes("/webcast/linkmic/battle/info/?room_id="
                        + simulator.live("demo").roomId())
                .body());
    }
}
