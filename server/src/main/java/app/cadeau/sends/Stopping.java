package app.cadeau.sends;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Stops: what runs at once and in memory, then what waits, in the table. An order stands until the table has it, however
 * long the database is away: until then nothing that it means begins.
 */
final class Stopping {

    private static final Logger log = LoggerFactory.getLogger(Stopping.class);
    private static final Reason BEFORE_IT_BEGAN =
            new Reason(Reason.Code.STOPPED_BY_MEMBER, "A member stopped it before it began.");

    private final Workshop shop;
    /** One call each: two may ask for the same. */
    private final Map<Object, StopOrder> standing = new ConcurrentHashMap<>();

    private final Map<Object, StopOrder> late = new ConcurrentHashMap<>();

    Stopping(Workshop shop) {
        this.shop = shop;
    }

    /** Returns when no press can begin and no request can newly pass. */
    Stopped stop(StopOrder order, Collection<Sender> running) {
        var call = new Object();
        standing.put(call, order);
        var stopped = new ArrayList<SendId>();
        var meant = running.stream().filter(sender -> means(order, sender)).toList();
        var draining = Halt.all(meant, Ending.BY_MEMBER);
        meant.forEach(sender -> stopped.add(sender.id()));
        try {
            stopped.addAll(carryOut(call, order));
        } catch (DataAccessException | TransactionException away) {
            late.put(call, order);
            log.warn("what waits is stopped before anything begins, when the database answers again: {}", order, away);
        }
        return new Stopped(List.copyOf(stopped), draining);
    }

    /** Carries out what could not be carried out when it was asked for. */
    void carryOut() {
        late.forEach(this::carryOut);
    }

    private List<SendId> carryOut(Object call, StopOrder order) {
        var stopped = new ArrayList<SendId>();
        for (var rows = shop.waiting().meant(order);
                !rows.isEmpty();
                rows = shop.waiting().meant(order)) {
            for (var row : rows) {
                var outcome =
                        row.outcome().refused(BEFORE_IT_BEGAN, shop.clock().instant());
                if (shop.books().end(row, SendState.QUEUED, SendState.STOPPED, outcome)) {
                    stopped.add(row.id());
                    told(row);
                }
            }
        }
        late.remove(call);
        standing.remove(call);
        return stopped;
    }

    private static void told(SendRow row) {
        try (var about = MDC.putCloseable("send", row.id().text())) {
            log.info("send {} to {}: STOPPED, {}", row.id(), row.streamer(), BEFORE_IT_BEGAN.sentence());
        }
    }

    /** Whether a send that is about to begin was stopped while it was taken out of the table. */
    boolean means(Sender sender) {
        return standing.values().stream().anyMatch(order -> means(order, sender));
    }

    private static boolean means(StopOrder order, Sender sender) {
        return switch (order) {
            case StopOrder.OneSend(var id) -> id.equals(sender.id());
            case StopOrder.OneAccount(var id) -> id.equals(sender.account().id());
            case StopOrder.OneCampaign(var id) -> id.equals(sender.soFar().campaign());
            case StopOrder.Everything() -> true;
        };
    }
}
