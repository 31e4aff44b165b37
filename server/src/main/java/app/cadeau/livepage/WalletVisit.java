package app.cadeau.livepage;

import app.cadeau.browser.Lane;
import app.cadeau.browser.Tab;
import app.cadeau.browser.Urgency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the wallet from a page of its own, whose gate stays shut: what another page shows may be stale. */
final class WalletVisit {

    private static final Logger LOG = LoggerFactory.getLogger(WalletVisit.class);

    private final LivePageSettings settings;
    private final InstantSource clock;

    WalletVisit(LivePageSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Nullable
    BalanceReading read(Lane lane, URI address, Instant deadline) {
        var known = new Known();
        var watch = new PageWatch(known, settings.newsLimit(), clock);
        var opening = lane.open(watch);
        try {
            Tab tab = opening.get(millis(deadline), TimeUnit.MILLISECONDS);
            var unused = lane.tell(Urgency.OTHER, () -> {
                new NetworkTap(tab, watch, body -> lane.tell(Urgency.BODY, body), new Unread(settings.unreadLimit()));
                tab.go(address, settings.letIn());
            });
            known.await(
                    () -> known.isSettled(CallPath.WALLET) || known.gone() != null,
                    Duration.ofMillis(millis(deadline)));
            return known.balance();
        } catch (ExecutionException | TimeoutException failed) {
            LOG.info("the wallet of {} could not be read: {}", lane.account(), failed.toString());
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            var unused = opening.thenCompose(tab -> lane.tell(Urgency.OTHER, tab::leave));
        }
    }

    private long millis(Instant deadline) {
        return Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
    }
}
