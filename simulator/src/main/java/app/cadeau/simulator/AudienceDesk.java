package app.cadeau.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the page asks about the people around a LIVE: its supporters, its goal, its treasure boxes. */
final class AudienceDesk {

    private static final int SHOWN = 20;

    private final Lives lives;

    AudienceDesk(Lives lives) {
        this.lives = lives;
    }

    void open(Desks desks) {
        desks.at("/webcast/ranklist/online_audience/", about(AudienceDesk::supporters))
                .at("/webcast/goal/get/", about(AudienceDesk::goal))
                .at("/webcast/envelope/list/", about(_ -> Map.of("envelope_list", List.of())));
    }

    private java.util.function.Consumer<Exchange> about(Function<Live, Map<String, Object>> data) {
        return exchange -> exchange.json(Map.of(
                "status_code",
                0,
                "data",
                lives.byRoom(exchange.number("room_id", 0)).map(data).orElse(Map.of())));
    }

    private static Map<String, Object> supporters(Live live) {
        List<Map<String, Object>> ranks = new ArrayList<>();
        for (Supporters.Supporter one : live.supporters().top(SHOWN)) {
            GiftFrames.Giver giver = one.giver();
            Map<String, Object> user = Map.of(
                    "id", giver.userId(),
                    "id_str", Long.toString(giver.userId()),
                    "nickname", giver.nickname(),
                    "display_id", giver.handle());
            ranks.add(Map.of("rank", ranks.size() + 1, "score", one.coins(), "user", user));
        }
        return Map.of("ranks", ranks, "total", live.viewers());
    }

    private static Map<String, Object> goal(Live live) {
        Map<String, Object> roses =
                Map.of("type", 1, "gift_id", 5655, "progress", live.coinsReceived() % 1000, "target", 1000);
        return Map.of("goal", Map.of("id", live.roomId(), "type", 1, "status", 1, "sub_goals", List.of(roses)));
    }
}
