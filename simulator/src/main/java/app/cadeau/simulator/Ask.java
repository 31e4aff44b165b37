package app.cadeau.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gift/send request as it was read, and the faults that strike it; {@code request} counts them from 1. */
record Ask(
        long request,
        @Nullable Wallet wallet,
        long giftId,
        int count,
        long recipientId,
        Exchange exchange,
        Map<Fault, Faults.Rule> faults) {

    static Ask of(long request, @Nullable Wallet wallet, Exchange exchange, Map<Fault, Faults.Rule> faults) {
        return new Ask(
                request,
                wallet,
                exchange.number("gift_id", 0),
                (int) Math.clamp(exchange.number("count", 0), 0, 100_000),
                exchange.number("to_user_id", 0),
                exchange,
                faults);
    }

    boolean struckBy(Fault fault) {
        return faults.containsKey(fault);
    }

    Faults.@Nullable Rule rule(Fault fault) {
        return faults.get(fault);
    }

    String account() {
        return wallet == null ? "" : wallet.name();
    }
}
