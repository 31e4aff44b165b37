package app.cadeau.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes gift/send requests: what is asked is checked, charged, written down, echoed and answered, or goes wrong on purpose. */
final class SendDesk {

    /** A request as it was read, and the faults that strike it; {@code request} counts them from 1. */
    private record Ask(
            long request,
            @Nullable Wallet wallet,
            long giftId,
            int count,
            Exchange exchange,
            Map<Fault, Faults.Rule> faults) {

        boolean struckBy(Fault fault) {
            return faults.containsKey(fault);
        }
    }

    private final Wallets wallets;
    private final Lives lives;
    private final Shop shop;
    private final Truth truth;
    private final Faults faults;
    private final Echoes echoes;
    private final Orders orders;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final SendAnswers answers;
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
        this.answers = new SendAnswers(clock, thread);
    }

    void serve(Exchange exchange) {
        Ask ask = new Ask(
                requests.incrementAndGet(),
                wallets.of(exchange.session()).orElse(null),
                exchange.number("gift_id", 0),
                (int) Math.clamp(exchange.number("count", 0), 0, 100_000),
                exchange,
                faults.strikes(Fault.Place.ANSWER, fault -> possible(fault, exchange)));
        if (!refusedByFault(ask) && !refusedByRule(ask)) {
            take(ask);
        }
    }

    /** A connection that was not used before would not be repeated; a redirected request is not redirected again. */
    private static boolean possible(Fault fault, Exchange exchange) {
        return switch (fault) {
            case DROP_AFTER_TAKEN -> exchange.reused();
            case REDIRECT -> exchange.query("redirected") == null;
            default -> true;
        };
    }

    private boolean refusedByFault(Ask ask) {
        Exchange exchange = ask.exchange();
        if (ask.struckBy(Fault.REDIRECT)) {
            note(ask, -307);
            exchange.redirect(exchange.uriWith("redirected=1"));
            return true;
        }
        if (ask.struckBy(Fault.HTTP_429)) {
            note(ask, -429);
            exchange.json(429, Map.of("status_code", 429, "data", Map.of("message", "Too many requests")));
            return true;
        }
        if (ask.struckBy(Fault.ANSWER_500_BEFORE)) {
            note(ask, -500);
            answers.broken(exchange);
            return true;
        }
        if (ask.struckBy(Fault.LOGGED_OUT)) {
            wallets.logOut(exchange.session());
            refuse(ask, 20003);
            return true;
        }
        Optional<Fault> code = ask.faults().keySet().stream()
                .filter(fault -> fault.refusalCode() != 0)
                .findFirst();
        code.ifPresent(fault -> refuse(ask, fault.refusalCode()));
        return code.isPresent();
    }

    /** The platform's own rules, in the order in which it would look. */
    private boolean refusedByRule(Ask ask) {
        Optional<Live> live = lives.byRoom(ask.exchange().number("room_id", 0));
        int code = 0;
        if (ask.wallet() == null) {
            code = 20003;
        } else if (live.isEmpty() || !live.get().canReceive()) {
            code = 30003;
        } else if (shop.find(ask.giftId()).isEmpty() || ask.count() < 1) {
            code = 10001;
        } else if (ask.exchange().number("to_user_id", 0) != live.get().hostId()) {
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
        String connection = ask.exchange().connection();
        truth.refused(
                new Truth.Refusal(ask.request(), account, ask.giftId(), ask.count(), code, clock.millis(), connection));
    }

    private void take(Ask ask) {
        Wallet wallet = Objects.requireNonNull(ask.wallet());
        Exchange exchange = ask.exchange();
        Live live = lives.byRoom(exchange.number("room_id", 0)).orElseThrow();
        SimGift gift = shop.find(ask.giftId()).orElseThrow();
        if (ask.struckBy(Fault.ANSWERED_NOT_SPENT)) {
            note(ask, 0);
            Echoes.Landed nothing = new Echoes.Landed(clock.millis(), ask.count(), 1, "1");
            answers.deliver(exchange, ask.faults(), gift, ask.count(), wallet.coins(), nothing);
            return;
        }
        if (!wallet.spend(gift.coins() * ask.count())) {
            refuse(ask, 40001);
            return;
        }
        live.receive(gift.coins() * ask.count());
        long pressedAt = exchange.number("send_gift_req_start_ms", clock.millis());
        Echoes.Landed landed = echoes.landed(GiftFrames.Giver.of(wallet), gift, live, ask.count(), pressedAt, true);
        record(ask, wallet, live, gift, pressedAt, landed);
        long coinsLeft = wallet.coins();
        // What follows is done before the answer goes out, so that whoever has the answer sees it done.
        afterwards(ask, wallet, live, gift);
        answers.deliver(exchange, ask.faults(), gift, ask.count(), coinsLeft, landed);
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

    private void afterwards(Ask ask, Wallet wallet, Live live, SimGift gift) {
        Faults.Rule moved = ask.faults().get(Fault.COINS_MOVED);
        if (moved != null) {
            wallet.move(moved.amount());
        }
        Faults.Rule price = ask.faults().get(Fault.PRICE_MOVED);
        if (price != null) {
            shop.reprice(gift.id(), price.amount());
            orders.tellAll();
        }
        if (ask.struckBy(Fault.SOCKET_DROPPED)) {
            lives.dropSockets(live);
        }
        if (ask.struckBy(Fault.LIVE_ENDS)) {
            lives.end(live);
        }
        Faults.Rule pause = ask.faults().get(Fault.LIVE_PAUSES);
        if (pause != null) {
            lives.pause(live);
            if (pause.amount() > 0) {
                thread.schedule(() -> lives.resume(live), pause.amount(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
