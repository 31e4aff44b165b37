package app.cadeau.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the answer to a gift that was taken says, as JSON or as protobuf. */
final class SendAnswer {

    private static final int CALM_TOTAL = 100;

    record Body(String type, byte[] bytes) {}

    /** As the platform counts down to the moment at which it asks a sender to calm down. */
    private record Calm(long remain, long total, long threshold, boolean popup) {}

    private final Variations variations;
    private final Clock clock;

    SendAnswer(Variations variations, Clock clock) {
        this.variations = variations;
        this.clock = clock;
    }

    Body of(Ask ask, SendAnswers.Taken taken) {
        return variations.has(Variation.SEND_IN_PROTOBUF)
                ? new Body("application/x-protobuf", protobuf(ask, taken))
                : new Body("application/json; charset=utf-8", Exchange.JSON.writeValueAsBytes(json(ask, taken)));
    }

    private Map<String, Object> json(Ask ask, SendAnswers.Taken taken) {
        Echoes.Landed landed = taken.landed();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gift_id", taken.gift().id());
        data.put("group_count", landed.groupCount());
        if (!variations.has(Variation.COINS_LEFT_UNTOLD)) {
            data.put("left_diamonds", taken.coinsLeft());
        }
        data.put("repeat_count", landed.repeatCount());
        data.put("combo_count", landed.repeatCount());
        data.put("diamond_count", taken.gift().coins() * ask.count());
        data.put("msg_id", id(landed.msgId()));
        data.put("msg_id_str", Long.toString(landed.msgId()));
        data.put("group_id", id(landed.groupId()));
        if (!variations.has(Variation.ORDER_ID_ABSENT)) {
            data.put("order_id", landed.orderId());
        }
        data.put("freq_limit_remaintimes", taken.remaining());
        Calm calm = calm(ask);
        if (calm != null) {
            data.put("calm_down_info", calm);
        }
        if (variations.has(Variation.MATCH_INFO_TOLD)) {
            data.put(
                    "match_info",
                    Map.of("critical", 0, "effect_card_in_use", false, "multiplier_type", 0, "multiplier_value", 0));
        }
        return Map.of("status_code", 0, "data", data, "extra", Map.of("now", clock.millis()));
    }

    /** Numbers past 2^53, as the platform sends them, or texts. */
    private Object id(long id) {
        return variations.has(Variation.IDS_AS_TEXT) ? Long.toString(id) : Long.valueOf(id);
    }

    private byte[] protobuf(Ask ask, SendAnswers.Taken taken) {
        Echoes.Landed landed = taken.landed();
        WireMessage data = WireMessage.empty()
                .set(4, taken.gift().id())
                .set(5, landed.groupCount())
                .set(7, landed.repeatCount())
                .set(8, landed.repeatCount())
                .set(12, landed.msgId())
                .set(17, landed.groupId())
                .set(23, taken.remaining());
        if (!variations.has(Variation.COINS_LEFT_UNTOLD)) {
            data.set(6, taken.coinsLeft());
        }
        if (!variations.has(Variation.ORDER_ID_ABSENT)) {
            data.set(18, landed.orderId());
        }
        Calm calm = calm(ask);
        if (calm != null) {
            WireMessage told = WireMessage.empty()
                    .set(1, calm.remain())
                    .set(2, calm.total())
                    .set(3, calm.threshold())
                    .set(4, calm.popup() ? 1 : 0);
            data.set(19, told.bytes());
        }
        if (variations.has(Variation.MATCH_INFO_TOLD)) {
            data.set(26, new byte[0]);
        }
        return data.bytes();
    }

    private @Nullable Calm calm(Ask ask) {
        if (ask.struckBy(Fault.CALM_DOWN)) {
            return new Calm(0, CALM_TOTAL, CALM_TOTAL, true);
        }
        Wallet wallet = ask.wallet();
        int after = wallet == null ? 0 : wallet.standing().calmAfter();
        if (wallet == null || after == 0 && !variations.has(Variation.CALM_DOWN_COUNTED)) {
            return null;
        }
        long total = after == 0 ? CALM_TOTAL : after;
        long left = total - wallet.gifts() % total;
        boolean now = after > 0 && left == total;
        return new Calm(now ? 0 : left, total, total, now);
    }
}
