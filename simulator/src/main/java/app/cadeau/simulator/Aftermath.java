package app.cadeau.simulator;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens right after a gift was taken, because a fault of its request says so. */
final class Aftermath {

    private final Lives lives;
    private final Shop shop;
    private final Orders orders;
    private final ScheduledExecutorService thread;

    Aftermath(Lives lives, Shop shop, Orders orders, ScheduledExecutorService thread) {
        this.lives = lives;
        this.shop = shop;
        this.orders = orders;
        this.thread = thread;
    }

    void follow(Ask ask, Wallet wallet, Live live, SimGift gift) {
        ask.faults().forEach((fault, rule) -> follow(fault, rule.amount(), wallet, live, gift));
    }

    private void follow(Fault fault, long amount, Wallet wallet, Live live, SimGift gift) {
        switch (fault) {
            case COINS_MOVED -> wallet.move(amount);
            case PRICE_MOVED -> {
                shop.reprice(gift.id(), amount);
                orders.tellAll();
            }
            case SOCKET_DROPPED -> lives.dropSockets(live);
            case SOCKET_TOLD_TO_CLOSE -> lives.closeSockets(live, false);
            case SOCKET_GIVEN_UP -> lives.closeSockets(live, true);
            case SOCKET_SILENT -> lives.silence(live, amount);
            case GIFT_WITHDRAWN -> {
                shop.withdraw(gift.id(), true);
                lives.panelChanged(live);
            }
            case GIFT_PROMPT -> lives.prompt(live, (int) amount);
            case ACCESS_CONTROL -> lives.captcha(live, amount);
            case LIVE_SUSPENDED -> lives.suspend(live);
            case LIVE_ENDS -> lives.end(live);
            case LIVE_PAUSES -> pause(live, amount);
            default -> {}
        }
    }

    private void pause(Live live, long millis) {
        lives.pause(live);
        if (millis > 0) {
            thread.schedule(() -> lives.resume(live), millis, TimeUnit.MILLISECONDS);
        }
    }
}
