package app.cadeau.sends;

import app.cadeau.accounts.Account;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that may not be the newest: what it calls unfinished may have been finished since, so all of that is unknown,
 * nothing that waits begins, and no account opens until a person has looked.
 */
final class Restoration {

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    private final Workshop shop;

    Restoration(Workshop shop) {
        this.shop = shop;
    }

    /** At a start, before anything else: shuts what is open. */
    void begin() {
        var restored = shop.restored();
        if (restored != null) {
            log.warn("nothing is sent: {}", restored.sentence());
            shop.accounts().list().stream().filter(Account::open).forEach(account -> shop.shut(account, restored));
        }
    }

    /** The last step makes it so; cut off before it, everything waits for a person again. */
    Accepted accept(@Nullable Waiting waiting, String reason) {
        if (shop.generation().restored().isEmpty()) {
            return new Accepted.NothingRestored();
        }
        var queued = shop.rows().inStates(EnumSet.of(SendState.QUEUED));
        if (waiting == null && !queued.isEmpty()) {
            return new Accepted.SayWhatWaits(queued.size());
        }
        var stopped = waiting == Waiting.STOP ? stop(queued, reason) : List.<String>of();
        var opened = open(reason);
        shop.generation().accept();
        log.warn("a database that was put back was accepted: {}", reason);
        return new Accepted.Done(opened, stopped);
    }

    private List<String> stop(List<SendRow> queued, String reason) {
        var stopped = new ArrayList<String>();
        for (var row : queued) {
            var why = new Reason(
                    Reason.Code.RESTORED, "It waited in a database that was put back, and was not let go: " + reason);
            var outcome = row.outcome().refused(why, shop.clock().instant());
            if (shop.books().end(row, SendState.QUEUED, SendState.STOPPED, outcome)) {
                stopped.add(row.id().text());
            }
        }
        return stopped;
    }

    /** What was shut for another reason before stays shut. */
    private List<String> open(String reason) {
        return shop.accounts().list().stream()
                .filter(account -> !account.open()
                        && Reason.Code.RESTORED
                                .name()
                                .equals(Objects.requireNonNull(account.shut()).code()))
                .filter(account -> shop.accounts().clear(account.id(), reason))
                .peek(shop::shutOverDoubts)
                .map(account -> account.id().name())
                .toList();
    }
}
