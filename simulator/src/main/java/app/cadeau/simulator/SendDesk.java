package app.cadeau.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Takes gift/send requests: what is asked is checked, charged, written down, echoed and answered, or goes wrong on purpose. */
final class SendDesk {

    private final Wallets wallets;
    private final Shop shop;
    private final Till till;
    private final Frequencies frequencies;
    private final Truth truth;
    private final Faults faults;
    private final Echoes echoes;
    private final Aftermath aftermath;
    private final SendAnswers answers;
    private final Clock clock;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();

    SendDesk(
            Wallets wallets,
            Shop shop,
            Till till,
            Frequencies frequencies,
            Truth truth,
            Faults faults,
            Echoes echoes,
            Aftermath aftermath,
            SendAnswers answers,
            Clock clock) {
        this.wallets = wallets;
        this.shop = shop;
        this.till = till;
        this.frequencies = frequencies;
        this.truth = truth;
        this.faults = faults;
        this.echoes = echoes;
        this.aftermath = aftermath;
        this.answers = answers;
        this.clock = clock;
    }

    void serve(Exchange exchange) {
        Ask ask = Ask.of(
                requests.incrementAndGet(),
                wallets.of(exchange.session()).orElse(null),
                exchange,
                faults.strikes(Fault.Place.ANSWER, fault -> possible(fault, exchange)));
        if (broken(ask)) {
            return;
        }
        int code = refusalOfFault(ask);
        code = code != 0 ? code : till.refusal(ask);
        if (code != 0) {
            refuse(ask, code);
        } else {
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

    /** Turned away below the platform's own words. */
    private boolean broken(Ask ask) {
        Exchange exchange = ask.exchange();
        if (!exchange.signed()) {
            note(ask, -Till.UNSIGNED);
            exchange.json(403, Prompts.refusal(Till.UNSIGNED, clock.millis()));
        } else if (ask.struckBy(Fault.REDIRECT)) {
            note(ask, -307);
            exchange.redirect(exchange.uriWith("redirected=1"));
        } else if (ask.struckBy(Fault.HTTP_429)) {
            note(ask, -429);
            exchange.json(429, Map.of("status_code", 429, "data", Map.of("message", "Too many requests")));
        } else if (ask.struckBy(Fault.ANSWER_500_BEFORE)) {
            note(ask, -500);
            answers.broken(exchange);
        } else {
            return false;
        }
        return true;
    }

    private int refusalOfFault(Ask ask) {
        if (ask.struckBy(Fault.LOGGED_OUT)) {
            wallets.logOut(ask.exchange().session());
            return Till.LOGGED_OUT;
        }
        return ask.faults().keySet().stream()
                .mapToInt(Fault::refusalCode)
                .filter(code -> code != 0)
                .findFirst()
                .orElse(0);
    }

    private void refuse(Ask ask, int code) {
        note(ask, code);
        String language =
                Optional.ofNullable(ask.exchange().query("webcast_language")).orElse("en");
        ask.exchange().json(Prompts.refusal(code, language, ask.request(), clock.millis()));
    }

    private void note(Ask ask, int code) {
        String connection = ask.exchange().connection();
        truth.refused(new Truth.Refusal(
                ask.request(), ask.account(), ask.giftId(), ask.count(), code, clock.millis(), connection));
    }

    private void take(Ask ask) {
        Wallet wallet = Objects.requireNonNull(ask.wallet());
        Live live = till.live(ask).orElseThrow();
        SimGift gift = shop.find(ask.giftId()).orElseThrow();
        if (ask.struckBy(Fault.ANSWERED_NOT_SPENT)) {
            note(ask, 0);
            Echoes.Landed nothing = new Echoes.Landed(clock.millis(), 1, ask.count(), 1, "1");
            answers.deliver(ask, new SendAnswers.Taken(gift, wallet.coins(), -1, nothing));
            return;
        }
        if (!wallet.spend(gift.coins() * ask.count(), ask.count())) {
            refuse(ask, 40001);
            return;
        }
        Seat recipient = live.seat(ask.recipientId()).orElseThrow();
        live.receive(gift.coins() * ask.count());
        frequencies.count(wallet.name(), live.hostId(), gift.id(), ask.count());
        long pressedAt = ask.exchange().number("send_gift_req_start_ms", clock.millis());
        Echoes.Landed landed =
                echoes.landed(GiftFrames.Giver.of(wallet), gift, live, recipient, ask.count(), pressedAt, true);
        record(ask, wallet, live, gift, pressedAt, landed);
        int left = frequencies.remaining(wallet.name(), live.hostId(), gift.id());
        SendAnswers.Taken taken = new SendAnswers.Taken(gift, wallet.coins(), left, landed);
        // What follows is done before the answer goes out, so that whoever has the answer sees it done.
        aftermath.follow(ask, wallet, live, gift);
        answers.deliver(ask, taken);
    }

    private void record(Ask ask, Wallet wallet, Live live, SimGift gift, long pressedAt, Echoes.Landed landed) {
        truth.took(new Truth.Gift(
                accepted.incrementAndGet(),
                ask.request(),
                wallet.name(),
                live.name(),
                Long.toString(live.roomId()),
                Long.toString(ask.recipientId()),
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
}
