package app.cadeau.simulator;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The answer to a gift that was taken: whole, late, cut, dressed up, or none. */
final class SendAnswers {

    private static final int TRICKLES = 20;
    private static final String A_PAGE =
            "<!doctype html><title>Just a moment</title><h1>Access denied</h1><p>Reference #18.5f3a</p>";

    /** @param remaining how often the gift may be sent again to this host, −1 without limit */
    record Taken(SimGift gift, long coinsLeft, int remaining, Echoes.Landed landed) {}

    private final SendAnswer words;
    private final ScheduledExecutorService thread;

    SendAnswers(SendAnswer words, ScheduledExecutorService thread) {
        this.words = words;
        this.thread = thread;
    }

    void deliver(Ask ask, Taken taken) {
        Exchange exchange = ask.exchange();
        SendAnswer.Body body = words.of(ask, taken);
        if (ask.struckBy(Fault.DROP_AFTER_TAKEN)) {
            exchange.drop();
        } else if (ask.struckBy(Fault.SPENT_NO_ANSWER_CLOSE)) {
            closeForGood(exchange, body);
        } else if (ask.struckBy(Fault.ANSWER_CUT)) {
            exchange.cut(body.type(), body.bytes(), 50);
        } else if (ask.struckBy(Fault.ANSWER_500_AFTER)) {
            broken(exchange);
        } else if (!ask.struckBy(Fault.SPENT_NO_ANSWER_HANG)) {
            Faults.Rule late = ask.rule(Fault.ANSWER_LATE);
            if (late == null) {
                dressed(ask, body);
            } else {
                thread.schedule(() -> dressed(ask, body), late.amount(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** In the way of carrying it that a fault asks for. */
    private void dressed(Ask ask, SendAnswer.Body body) {
        Exchange exchange = ask.exchange();
        Faults.Rule trickle = ask.rule(Fault.ANSWER_TRICKLES);
        if (trickle != null) {
            exchange.trickle(body.type(), body.bytes(), TRICKLES, trickle.amount() / TRICKLES, thread);
        } else if (ask.struckBy(Fault.ANSWER_IS_A_PAGE)) {
            exchange.html(200, A_PAGE);
        } else if (ask.struckBy(Fault.ANSWER_EMPTY)) {
            exchange.reply(204, body.type(), new byte[0], false);
        } else if (ask.struckBy(Fault.ANSWER_TYPE_WRONG)) {
            exchange.reply(200, "text/plain; charset=utf-8", body.bytes(), false);
        } else if (ask.struckBy(Fault.ANSWER_CHUNKED)) {
            exchange.chunked(body.type(), body.bytes());
        } else if (ask.struckBy(Fault.ANSWER_GZIPPED)) {
            exchange.zipped(body.type(), body.bytes());
        } else {
            exchange.reply(200, body.type(), body.bytes(), false);
        }
    }

    /** On a reused connection a bare close would be repeated by the browser: there it gets a head first. */
    private static void closeForGood(Exchange exchange, SendAnswer.Body body) {
        if (exchange.reused()) {
            exchange.cut(body.type(), body.bytes(), 0);
        } else {
            exchange.drop();
        }
    }

    void broken(Exchange exchange) {
        exchange.json(500, Map.of("status_code", 5, "data", Map.of("message", "Internal error")));
    }
}
