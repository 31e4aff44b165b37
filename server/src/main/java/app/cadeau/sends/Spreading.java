package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.catalogue.Gift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an order for several accounts into the queue: a send for each, all or none, once for each idempotency key. What
 * one of them does not give, no other gives instead.
 */
final class Spreading {

    private static final Logger log = LoggerFactory.getLogger(Spreading.class);

    private final Workshop shop;
    private final Order orders;
    private final SendQueue queue;
    private final Receipts receipts;
    private final RandomGenerator random;

    Spreading(Workshop shop, Order orders, SendQueue queue, Receipts receipts, RandomGenerator random) {
        this.shop = shop;
        this.orders = orders;
        this.queue = queue;
        this.receipts = receipts;
        this.random = random;
    }

    Spread spread(NewCampaign order, @Nullable String idempotencyKey, String bodyHash) {
        var earlier =
                idempotencyKey == null ? Optional.<SendRow>empty() : shop.rows().byKey(idempotencyKey);
        if (earlier.isPresent()) {
            return replay(earlier.get(), bodyHash);
        }
        var restored = shop.restored();
        if (restored != null) {
            return new Spread.Refused(restored, List.of());
        }
        var id = new CampaignId(SendId.next(shop.clock(), random).text());
        var now = shop.clock().instant();
        var rows = new ArrayList<SendRow>();
        var ids = ids(order.accounts().size());
        for (var share : order.shares()) {
            switch (orders.readAffordable(share)) {
                case Order.Refused(var reason, var choices) -> {
                    return new Spread.Refused(reason, choices);
                }
                case Order.Readable(var account, var gift) ->
                    rows.add(row(ids.get(rows.size()), share, account, gift, now, bodyHash, id));
            }
        }
        return enter(new Whole(id, order, now), rows, idempotencyKey, bodyHash);
    }

    private record Whole(CampaignId id, NewCampaign order, Instant now) {
        CampaignRows.Row row() {
            var most = order.maxCoins();
            return new CampaignRows.Row(
                    id, order.whole().quantity(), most == null ? null : Long.valueOf(most.amount()), now);
        }
    }

    /** Sorted, so that they tell the order of the accounts. */
    private List<SendId> ids(int count) {
        return Stream.generate(() -> SendId.next(shop.clock(), random))
                .limit(count)
                .sorted(Comparator.comparing(SendId::text))
                .toList();
    }

    private static SendRow row(
            SendId id,
            NewSend share,
            Account account,
            @Nullable Gift gift,
            Instant now,
            String bodyHash,
            CampaignId campaign) {
        return SendRow.queued(id, share, account.id(), gift, now, bodyHash).of(campaign);
    }

    private Spread enter(Whole whole, List<SendRow> rows, @Nullable String key, String bodyHash) {
        var entered = shop.books().enter(rows, key, shop.limits().queueLength(), () -> {
            shop.rows().campaigns().insert(whole.row());
            return shop.tooMany(whole.order().whole().streamer());
        });
        return switch (entered) {
            case Books.KeyTaken() ->
                replay(shop.rows().byKey(Objects.requireNonNull(key)).orElseThrow(), bodyHash);
            case Books.Refused(var reason) -> new Spread.Refused(reason, List.of());
            case Books.Full() ->
                new Spread.Refused(Reason.queueFull(shop.limits().queueLength()), List.of());
            case Books.Queued() -> {
                log.info(
                        "campaign {}: {} sends to {}",
                        whole.id(),
                        rows.size(),
                        rows.getFirst().streamer());
                var campaign = find(whole.id()).orElseThrow();
                rows.forEach(row -> queue.wake(row.account()));
                yield new Spread.Accepted(campaign, false);
            }
        };
    }

    private Spread replay(SendRow earlier, String bodyHash) {
        var id = earlier.campaign();
        return id != null && earlier.bodyHash().equals(bodyHash)
                ? new Spread.Accepted(find(id).orElseThrow(), true)
                : new Spread.KeyReused(earlier.id());
    }

    Optional<Campaign> find(CampaignId id) {
        var rows = shop.rows().campaigns();
        return rows.find(id)
                .map(row -> Campaign.of(
                        row, rows.sends(id).stream().map(receipts::of).toList()));
    }
}
