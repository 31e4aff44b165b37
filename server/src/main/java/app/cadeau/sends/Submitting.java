package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.catalogue.Gift;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes an order into the queue, once for each idempotency key. */
final class Submitting {

    private static final Logger log = LoggerFactory.getLogger(Submitting.class);

    private final Workshop shop;
    private final Order orders;
    private final SendQueue queue;
    private final Receipts receipts;
    private final RandomGenerator random;

    Submitting(Workshop shop, Order orders, SendQueue queue, Receipts receipts, RandomGenerator random) {
        this.shop = shop;
        this.orders = orders;
        this.queue = queue;
        this.receipts = receipts;
        this.random = random;
    }

    Submitted submit(NewSend order, @Nullable String idempotencyKey, String bodyHash) {
        var earlier =
                idempotencyKey == null ? Optional.<SendRow>empty() : shop.rows().byKey(idempotencyKey);
        if (earlier.isPresent()) {
            return replay(earlier.get(), bodyHash);
        }
        var restored = shop.restored();
        if (restored != null) {
            return new Submitted.Refused(restored, List.of());
        }
        return switch (orders.readAffordable(order)) {
            case Order.Refused(var reason, var choices) -> new Submitted.Refused(reason, choices);
            case Order.Readable(var account, var gift) -> insert(order, account, gift, idempotencyKey, bodyHash);
        };
    }

    private Submitted insert(
            NewSend order, Account account, @Nullable Gift gift, @Nullable String key, String bodyHash) {
        var row = SendRow.queued(
                SendId.next(shop.clock(), random),
                order,
                account.id(),
                gift,
                shop.clock().instant(),
                bodyHash);
        try (var about = MDC.putCloseable("send", row.id().text())) {
            return enter(row, key, bodyHash);
        }
    }

    private Submitted enter(SendRow row, @Nullable String key, String bodyHash) {
        return switch (shop.books()
                .enter(List.of(row), key, shop.limits().queueLength(), () -> shop.tooMany(row.streamer()))) {
            case Books.KeyTaken() ->
                replay(shop.rows().byKey(Objects.requireNonNull(key)).orElseThrow(), bodyHash);
            case Books.Refused(var reason) -> new Submitted.Refused(reason, List.of());
            case Books.Full() ->
                new Submitted.Refused(Reason.queueFull(shop.limits().queueLength()), List.of());
            case Books.Queued() -> queued(row);
        };
    }

    private Submitted queued(SendRow row) {
        log.info(
                "send {}: {} × {} to {} from {}",
                row.id(),
                row.quantity(),
                row.giftName(),
                row.streamer(),
                row.account());
        var receipt = receipts.inLine(row);
        queue.wake(row.account());
        return new Submitted.Accepted(receipt, false);
    }

    private Submitted replay(SendRow earlier, String bodyHash) {
        return earlier.bodyHash().equals(bodyHash) && earlier.campaign() == null
                ? new Submitted.Accepted(receipts.of(earlier), true)
                : new Submitted.KeyReused(earlier.id());
    }
}
