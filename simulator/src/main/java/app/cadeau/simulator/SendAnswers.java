package app.cadeau.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The answer to a gift that was taken: whole, late, cut, or none. */
final class SendAnswers {

    private final Clock clock;
    private final ScheduledExecutorService thread;

    SendAnswers(Clock clock, ScheduledExecutorService thread) {
        this.clock = clock;
        this.thread = thread;
    }

    void deliver(
            Exchange exchange,
            Map<Fault, Faults.Rule> struck,
            SimGift gift,
            int count,
            long coinsLeft,
            Echoes.Landed landed) {
        Map<String, Object> answer = answer(gift, count, coinsLeft, landed, struck.containsKey(Fault.CALM_DOWN));
        if (struck.containsKey(Fault.DROP_AFTER_TAKEN)) {
            exchange.drop();
        } else if (struck.containsKey(Fault.SPENT_NO_ANSWER_CLOSE)) {
            closeForGood(exchange, answer);
        } else if (struck.containsKey(Fault.ANSWER_CUT)) {
            exchange.cut(answer, 50);
        } else if (struck.containsKey(Fault.ANSWER_500_AFTER)) {
            broken(exchange);
        } else if (!struck.containsKey(Fault.SPENT_NO_ANSWER_HANG)) {
            Faults.Rule late = struck.get(Fault.ANSWER_LATE);
            if (late == null) {
                exchange.json(answer);
            } else {
                thread.schedule(() -> exchange.json(answer), late.amount(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** On a reused connection a bare close would be repeated by the browser: there it gets a head first. */
    private static void closeForGood(Exchange exchange, Map<String, Object> answer) {
        if (exchange.reused()) {
            exchange.cut(answer, 0);
        } else {
            exchange.drop();
        }
    }

    void broken(Exchange exchange) {
        exchange.json(500, Map.of("status_code", 5, "data", Map.of("message", "Internal error")));
    }

    /** Ids both as a number past 2^53, as the platform sends them, and as text. */
    private Map<String, Object> answer(
            SimGift gift, int count, long coinsLeft, Echoes.Landed landed, boolean calmDown) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gift_id", gift.id());
        data.put("group_count", 1);
        data.put("left_diamonds", coinsLeft);
        data.put("repeat_count", landed.repeatCount());
        data.put("combo_count", landed.repeatCount());
        data.put("diamond_count", gift.coins() * count);
        data.put("msg_id", landed.msgId());
        data.put("msg_id_str", Long.toString(landed.msgId()));
        data.put("group_id", landed.groupId());
        data.put("order_id", landed.orderId());
        data.put("freq_limit_remaintimes", -1);
        if (calmDown) {
            data.put("calm_down_info", Map.of("remain", 0, "total", 100, "threshold", 100, "popup", true));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status_code", 0);
        answer.put("data", data);
        answer.put("extra", Map.of("now", clock.millis()));
        return answer;
    }
}
