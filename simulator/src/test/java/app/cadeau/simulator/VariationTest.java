package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is uncertain about the platform, played the other way. */
class VariationTest {

    private static final long ROSE = 5655;

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");

    @Test
    void sendsAreAnsweredInProtobufWithTheNumbersOfSendGiftResult() throws Exception {
        simulator.variations().turnOn(Variation.SEND_IN_PROTOBUF);

        HttpResponse<byte[]> answer = main.sendForBytes(ROSE, 2);

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-protobuf");
        Wire told = new Wire(answer.body());
        assertThat(told.number(4)).isEqualTo(ROSE);
        assertThat(told.number(6)).isEqualTo(99_998);
        assertThat(told.number(7)).isEqualTo(2);
        Truth.Gift landed = simulator.truth().gifts().getFirst();
        assertThat(told.number(12)).isEqualTo(Long.parseLong(landed.msgId()));
        assertThat(told.number(17)).isEqualTo(Long.parseLong(landed.groupId()));
        assertThat(told.text(18)).isNotEmpty();
        assertThat(told.number(23)).isEqualTo(-1);
    }

    @Test
    void answersSayLessOrOtherwise() throws Exception {
        simulator
                .variations()
                .turnOn(
                        Variation.IDS_AS_TEXT,
                        Variation.ORDER_ID_ABSENT,
                        Variation.COINS_LEFT_UNTOLD,
                        Variation.MATCH_INFO_TOLD,
                        Variation.CALM_DOWN_COUNTED);

        JsonNode data = main.sent(ROSE, 1).path("data");

        assertThat(data.path("msg_id").isString()).isTrue();
        assertThat(data.has("order_id")).isFalse();
        assertThat(data.has("left_diamonds")).isFalse();
        assertThat(data.at("/match_info/multiplier_type").asInt(-1)).isZero();
        assertThat(data.at("/calm_down_info/remain").asInt()).isEqualTo(99);
        assertThat(data.at("/calm_down_info/popup").asBoolean(true)).isFalse();
    }

    @Test
    void aPresetIsOneGroupOfSoMany() throws Exception {
        simulator.variations().turnOn(Variation.COUNT_IN_GROUPS);
        Caller.Ears ears = main.listen(true);

        JsonNode answer = main.sent(ROSE, 10);

        assertThat(answer.at("/data/group_count").asInt()).isEqualTo(10);
        assertThat(answer.at("/data/repeat_count").asInt()).isEqualTo(1);
        Wire echo = ears.nextOf("WebcastGiftMessage");
        assertThat(echo.number(4)).isEqualTo(10);
        assertThat(echo.number(5)).isEqualTo(1);
        assertThat(echo.number(3)).isEqualTo(10);
        assertThat(simulator.truth().landed("main")).isEqualTo(10);
    }

    @Test
    void echoesSayLess() throws Exception {
        simulator
                .variations()
                .turnOn(Variation.ECHO_COINS_UNTOLD, Variation.USER_ID_AS_TEXT, Variation.ORDER_ID_ABSENT);
        Caller.Ears ears = main.listen(true);

        main.sent(ROSE, 1);

        Wire echo = ears.nextOf("WebcastGiftMessage");
        assertThat(echo.number(3)).isEqualTo(-1);
        assertThat(echo.bytes(28)).isEmpty();
        assertThat(echo.child(7).number(1)).isEqualTo(-1);
        assertThat(echo.child(7).text(1028))
                .isEqualTo(Long.toString(simulator.wallet("main").userId()));
    }

    @Test
    void aPausedLiveMayTakeNoGifts() throws Exception {
        simulator.lives().pause(simulator.live("demo"));
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();

        simulator.variations().turnOn(Variation.PAUSE_REFUSES);
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isEqualTo(Till.PAUSED);
    }

    @Test
    void nothingMayTellWhoIsLoggedIn() throws Exception {
        String us = "\"uid\":\"" + simulator.wallet("main").userId();
        assertThat(stateOf(main.get("/@demo/live").body())).contains(us);

        simulator.variations().turnOn(Variation.ACCOUNT_UNTOLD);

        assertThat(stateOf(main.get("/@demo/live").body())).doesNotContain(us);
        assertThat(main.json("/passport/web/account/info/").path("data").isEmpty())
                .isTrue();
        assertThat(main.sent(ROSE, 1).path("status_code").asInt()).isZero();
    }

    private static String stateOf(String html) {
        return html.replaceAll("(?s).*<script id=\"SIGI_STATE\"[^>]*>(.*?)</script>.*", "$1");
    }

    @Test
    void theAdminAddressTurnsThemOnAndOff() throws Exception {
        JsonNode on = Exchange.JSON.readTree(main.post("/_admin/variations", "{\"variation\":\"ids-as-text\"}")
                .body());
        assertThat(on.at("/on/0").asString()).isEqualTo("ids-as-text");
        assertThat(main.post("/_admin/variations", "{\"variation\":\"nonsense\"}")
                        .statusCode())
                .isEqualTo(400);
        main.post("/_admin/variations", "{\"variation\":\"ids-as-text\",\"on\":false}");
        assertThat(simulator.variations().has(Variation.IDS_AS_TEXT)).isFalse();
    }
}
