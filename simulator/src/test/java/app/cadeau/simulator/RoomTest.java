package app.cadeau.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page's calls about LIVEs and the people around them. */
class RoomTest {

    @AutoClose
    private final Simulator simulator = Simulator.start(Settings.defaults().withCrowd(0));

    private final Caller main = new Caller(simulator, "sim-main");
    private final Live demo = simulator.live("demo");

    @Test
    void tellsWhoIsOnAir() throws Exception {
        assertThat(status("demo")).isEqualTo(2);
        assertThat(status("away")).isEqualTo(4);
        simulator.lives().pause(demo);
        assertThat(status("demo")).isEqualTo(2);
        simulator.lives().end(demo);
        assertThat(status("demo")).isEqualTo(4);
        assertThat(info().at("/data/status").asInt()).isEqualTo(4);
        assertThat(main.json("/api-live/user/room/?aid=1988&uniqueId=nobody")
                        .path("statusCode")
                        .asInt())
                .isNotZero();
    }

    private int status(String name) throws Exception {
        return main.json("/api-live/user/room/?aid=1988&sourceType=54&uniqueId=" + name)
                .at("/data/liveRoom/status")
                .asInt();
    }

    private JsonNode info() throws Exception {
        return main.json("/webcast/room/info/?room_id=" + demo.roomId());
    }

    @Test
    void anAgeRestrictedLiveHasACodeForEachCall() throws Exception {
        demo.rules(LiveRules.usual().forAdults());
        assertThat(info().path("status_code").asInt()).isZero();

        Caller stranger = new Caller(simulator, "");
        String room = "?room_id=" + demo.roomId();
        assertThat(stranger.json("/webcast/room/info/" + room)
                        .path("status_code")
                        .asInt())
                .isEqualTo(4003110);
        assertThat(stranger.json("/webcast/room/enter/" + room)
                        .path("status_code")
                        .asInt())
                .isEqualTo(10011);
    }

    @Test
    void tellsOfSeveralRoomsWhetherTheyLive() throws Exception {
        long away = simulator.live("away").roomId();
        JsonNode data = main.json("/webcast/room/check_alive/?room_ids=" + demo.roomId() + "," + away)
                .path("data");

        assertThat(data.at("/0/alive").asBoolean()).isTrue();
        assertThat(data.at("/1/alive").asBoolean(true)).isFalse();
        assertThat(data.at("/1/room_id_str").asString()).isEqualTo(Long.toString(away));
    }

    @Test
    void ranksWhoGaveMost() throws Exception {
        new Caller(simulator, "sim-second").sent(5655, 1);
        main.sent(5655, 2);

        JsonNode ranks = main.json("/webcast/ranklist/online_audience/?room_id=" + demo.roomId())
                .at("/data/ranks");

        assertThat(ranks.at("/0/user/id_str").asString())
                .isEqualTo(Long.toString(simulator.wallet("main").userId()));
        assertThat(ranks.at("/0/score").asInt()).isEqualTo(2);
        assertThat(ranks.at("/1/rank").asInt()).isEqualTo(2);
    }

    @Test
    void theListHasPagesPresetsAndLocks() throws Exception {
        JsonNode data = main.json(Caller.LIST + demo.roomId()).path("data");

        assertThat(data.at("/pages/0/page_name").asString()).isEqualTo("Gifts");
        assertThat(data.at("/pages/1/page_type").asInt()).isEqualTo(2);
        assertThat(data.at("/gifts_info/gift_group_infos")
                        .valueStream()
                        .map(group -> group.path("group_count").asInt()))
                .containsExactly(10, 99, 365, 999);
        assertThat(data.at("/pages/1/gifts")
                        .valueStream()
                        .map(gift -> gift.path("type").asInt()))
                .contains(4);
    }

    @Test
    void theGoalAndTheBoxesAnswer() throws Exception {
        String room = "?room_id=" + demo.roomId();
        assertThat(main.json("/webcast/goal/get/" + room)
                        .at("/data/goal/sub_goals/0/target")
                        .asInt())
                .isEqualTo(1000);
        assertThat(main.json("/webcast/envelope/list/" + room)
                        .path("status_code")
                        .asInt())
                .isZero();
    }
}
