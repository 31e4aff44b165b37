package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * While every lane is at work, the LIVE of the send that is next in line is opened: it presses as soon as a lane is free.
 * One at a time, and once for each send. Belongs to the deciding thread; only the opening itself is elsewhere.
 */
final class Ahead {

    private static final Logger log = LoggerFactory.getLogger(Ahead.class);

    private final Workshop shop;
    private final AtomicBoolean opening = new AtomicBoolean();
    private final Map<AccountId, SendId> prepared = new HashMap<>();

    Ahead(Workshop shop) {
        this.shop = shop;
    }

    /** @param line accounts in the order of their turns; {@code free} are those that do nothing now */
    void prepare(List<AccountId> line, Predicate<AccountId> free) {
        if (opening.get()) {
            return;
        }
        prepared.keySet().retainAll(line);
        for (var account : line) {
            var next = free.test(account) ? shop.waiting().next(account).orElse(null) : null;
            if (next != null) {
                if (!next.id().equals(prepared.put(account, next.id()))) {
                    open(next);
                }
                return; // the one after it waits until this one has begun
            }
        }
    }

    private void open(SendRow next) {
        var account = shop.accounts().find(next.account()).filter(found -> found.open());
        if (account.isEmpty()) {
            return;
        }
        opening.set(true);
        Thread.ofVirtual().name("ahead-" + next.id()).start(() -> {
            try (var about = MDC.putCloseable("send", next.id().text())) {
                shop.pages()
                        .prepare(
                                account.get(),
                                next.streamer(),
                                shop.in(shop.limits().prepareWithin()));
            } catch (RuntimeException failed) {
                log.warn("the LIVE of send {} could not be opened ahead", next.id(), failed);
            } finally {
                opening.set(false);
            }
        });
    }
}
