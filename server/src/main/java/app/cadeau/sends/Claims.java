package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes waiting sends out of the table: to begin them, or to end them where they cannot begin. */
final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    /** What came of taking the next send of an account. */
    sealed interface Claimed {}

    record Nothing() implements Claimed {}

    record Refused() implements Claimed {}

    record Ready(Sender sender) implements Claimed {}

    private final Workshop shop;

    Claims(Workshop shop) {
        this.shop = shop;
    }

    Claimed next(AccountId account) {
        return shop.waiting().claim(account).map(this::taken).orElseGet(Nothing::new);
    }

    private Claimed taken(SendRow row) {
        var account = shop.accounts().find(row.account());
        if (account.isEmpty()) {
            return refuse(row, Reason.Code.ACCOUNT_UNKNOWN, "There is no account " + row.account() + " any more.");
        }
        var shut = account.get().shut();
        if (shut != null) {
            return refuse(row, Reason.Code.ACCOUNT_SHUT, shut.sentence());
        }
        if (row.notAfter() != null && shop.clock().instant().isAfter(row.notAfter())) {
            return refuse(row, SendState.PREPARING, Reason.tooLate(row.notAfter()));
        }
        shop.books().telling().moved(row.receipt());
        return new Ready(new Sender(row, account.get(), shop));
    }

    /** Ends what waited too long, though its turn has not come; returns when the next will have, or null. */
    @Nullable
    Instant endLate() {
        for (var row : shop.waiting().late(shop.clock().instant())) {
            refuse(row, SendState.QUEUED, Reason.tooLate(row.notAfter()));
        }
        return shop.waiting().nextDeadline();
    }

    private Refused refuse(SendRow row, Reason.Code code, String sentence) {
        return refuse(row, SendState.PREPARING, new Reason(code, sentence));
    }

    private Refused refuse(SendRow row, SendState from, Reason why) {
        var outcome = row.outcome().refused(why, shop.clock().instant());
        try (var about = MDC.putCloseable("send", row.id().text())) {
            if (shop.books().end(row, from, SendState.REFUSED, outcome)) {
                log.info("send {} to {}: REFUSED {}", row.id(), row.streamer(), why);
            }
        }
        return new Refused();
    }
}
