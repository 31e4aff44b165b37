package app.cadeau.simulator;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes gift/send requests: what is asked is checked, charged, written down, echoed and answered, or goes wrong on purpose. */
final class SendDesk {

    private static final String AGAIN = "redirected=1";

    /** A request as it was read; {@code request} counts them from 1. */
    private record Ask(long request, @Nullable Wallet wallet, long giftId, int count, Exchange exchange) {}

    /** What was taken, and the answer that belongs to it. */
    private record Taken(Wallet wallet, Live live, SimGift gift, Map<String, Object> answer) {}

    private final Wallets wallets;
    private final Lives lives;
    private final Shop shop;
    private final Truth truth;
    private final Faults faults;
    private final Echoes echoes;
    private final Orders orders;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();

    SendDesk(
            Wallets wallets,
            Lives lives,
            Shop shop,
            Truth truth,
            Faults faults,
            Echoes echoes,
            Orders orders,
            Clock clock,
            ScheduledExecutorService thread) {
        this.wallets = wallets;
        this.lives = lives;
        this.shop = shop;
        this.truth = truth;
        this.faults = faults;
        this.echoes = echoes;
        this.orders = orders;
        this.clock = clock;
        this.thread = thread;
    }

    void serve(Exchange exchange) {
        Wallet wallet = wallets.of(exchange.session()).orElse(null);
        Ask ask = new Ask(
                requests.incrementAndGet(),
                wallet,
                exchange.number("gift_id", 0),
                (int) Math.clamp(exchange.number("count", 0), 0, 100_000),
                exchange);
        if (refusedByFault(ask) || refusedByRule(ask)) {
            return;
        }
        take(ask).ifPresent(taken -> {
            answer(ask, taken);
            afterwards(taken);
        });
    }

    private boolean refusedByFault(Ask ask) {
        Exchange exchange = ask.exchange();
        if (exchange.query("redirected") == null
                && faults.strikes(Fault.REDIRECT).isPresent()) {
            note(ask, -307);
            exchange.redirect(exchange.uriWith(AGAIN));
            return true;
        }
        if (faults.strikes(Fault.HTTP_429).isPresent()) {
            note(ask, -429);
            exchange.json(429, Map.of("status_code", 429, "data", Map.of("message", "Too many requests")));
            return true;
        }
        if (faults.strikes(Fault.ANSWER_500_BEFORE).isPresent()) {
            note(ask, -500);
            exchange.json(500, Map.of("status_code", 5, "data", Map.of("message", "Internal error")));
            return true;
        }
        if (faults.strikes(Fault.LOGGED_OUT).isPresent()) {
            wallets.logOut(exchange.session());
            refuse(ask, 20003);
            return true;
        }
        Optional<Fault> code = Arrays.stream(Fault.values())
                .filter(fault ->
                        fault.refusalCode() != 0 && faults.strikes(fault).isPresent())
                .findFirst();
        code.ifPresent(fault -> refuse(ask, fault.refusalCode()));
        return code.isPresent();
    }

    /** The platform's own rules, in the order in which it would look. */
    private boolean refusedByRule(Ask ask) {
        Exchange exchange = ask.exchange();
        Optional<Live> live = lives.byRoom(exchange.number("room_id", 0));
        int code = 0;
        if (ask.wallet() == null) {
            code = 20003;
        } else if (live.isEmpty()
                || live.get().state() == Live.State.OFF_AIR
                || live.get().state() == Live.State.ENDED) {
            code = 30003;
        } else if (shop.find(ask.giftId()).isEmpty() || ask.count() < 1) {
            code = 10001;
        } else if (exchange.number("to_user_id", 0) != live.get().hostId()) {
            code = 4004051;
        }
        if (code != 0) {
            refuse(ask, code);
        }
        return code != 0;
    }

    private void refuse(Ask ask, int code) {
        note(ask, code);
        ask.exchange().json(Prompts.refusal(code, clock.millis()));
    }

    private void note(Ask ask, int code) {
        String account = ask.wallet() == null ? "" : ask.wallet().name();
        truth.refused(new Truth.Refusal(
                ask.request(),
                account,
                ask.giftId(),
                ask.count(),
                code,
                clock.millis(),
                ask.exchange().connection()));
    }

    private Optional<Taken> take(Ask ask) {
        Wallet wallet = Objects.requireNonNull(ask.wallet());
        Exchange exchange = ask.exchange();
        Live live = lives.byRoom(exchange.number("room_id", 0)).orElseThrow();
        SimGift gift = shop.find(ask.giftId()).orElseThrow();
        long cost = gift.coins() * ask.count();
        if (faults.strikes(Fault.ANSWERED_NOT_SPENT).isPresent()) {
            note(ask, 0);
            exchange.json(answer(gift, ask.count(), wallet.coins(), new Echoes.Landed(clock.millis(), 1, 1, "1")));
            return Optional.empty();
        }
        if (!wallet.spend(cost)) {
            refuse(ask, 40001);
            return Optional.empty();
        }
        live.receive(cost);
        long pressedAt = exchange.number("send_gift_req_start_ms", clock.millis());
        Echoes.Landed landed = echoes.landed(
                new GiftFrames.Giver(wallet.userId(), wallet.nickname(), wallet.handle(), wallet.secUid()),
                gift,
                live,
                ask.count(),
                pressedAt,
                true);
        record(ask, wallet, live, gift, pressedAt, landed);
        return Optional.of(new Taken(wallet, live, gift, answer(gift, ask.count(), wallet.coins(), landed)));
    }

    private void record(Ask ask, Wallet wallet, Live live, SimGift gift, long pressedAt, Echoes.Landed landed) {
        truth.took(new Truth.Gift(
                accepted.incrementAndGet(),
                ask.request(),
                wallet.name(),
                live.name(),
                Long.toString(live.roomId()),
                Long.toString(live.hostId()),
                gift.id(),
                gift.name(),
                ask.count(),
                gift.coins() * ask.count(),
                wallet.coins(),
                pressedAt,
                clock.millis(),
                ask.exchange().connection(),
                Long.toString(landed.groupId()),
                Long.toString(landed.msgId())));
    }

    /** Ids both as a number past 2^53, as the platform sends them, and as text. */
    private Map<String, Object> answer(SimGift gift, int count, long coinsLeft, Echoes.Landed landed) {
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
        if (faults.strikes(Fault.CALM_DOWN).isPresent()) {
            data.put("calm_down_info", Map.of("remain", 0, "total", 100, "threshold", 100, "popup", true));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status_code", 0);
        answer.put("data", data);
        answer.put("extra", Map.of("now", clock.millis()));
        return answer;
    }

    private void answer(Ask ask, Taken taken) {
        Exchange exchange = ask.exchange();
        Optional<Faults.Rule> late = faults.strikes(Fault.ANSWER_LATE);
        if (faults.strikes(Fault.DROP_AFTER_TAKEN, exchange.reused()).isPresent()) {
            exchange.drop();
        } else if (faults.strikes(Fault.SPENT_NO_ANSWER_CLOSE).isPresent()) {
            // On a reused connection a bare close would be repeated by the browser: there it gets a head first.
            if (exchange.reused()) {
                exchange.cut(taken.answer(), 0);
            } else {
                exchange.drop();
            }
        } else if (faults.strikes(Fault.ANSWER_CUT).isPresent()) {
            exchange.cut(taken.answer(), 50);
        } else if (faults.strikes(Fault.ANSWER_500_AFTER).isPresent()) {
            exchange.json(500, Map.of("status_code", 5, "data", Map.of("message", "Internal error")));
        } else if (faults.strikes(Fault.SPENT_NO_ANSWER_HANG).isEmpty()) {
            long wait = late.map(Faults.Rule::amount).orElse(0L);
            if (wait == 0) {
                exchange.json(taken.answer());
            } else {
                thread.schedule(() -> exchange.json(taken.answer()), wait, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void afterwards(Taken taken) {
        Live live = taken.live();
        faults.strikes(Fault.COINS_MOVED).ifPresent(rule -> taken.wallet().move(rule.amount()));
        faults.strikes(Fault.PRICE_MOVED).ifPresent(rule -> {
            shop.reprice(taken.gift().id(), rule.amount());
            orders.tellAll();
        });
        faults.strikes(Fault.LIVE_ENDS).ifPresent(_ -> lives.end(live));
        faults.strikes(Fault.LIVE_PAUSES).ifPresent(rule -> {
            lives.pause(live);
            if (rule.amount() > 0) {
                thread.schedule(() -> lives.resume(live), rule.amount(), TimeUnit.MILLISECONDS);
            }
        });
    }
}
