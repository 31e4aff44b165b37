package app.cadeau.livepage;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pages that no send works on, one an account, each for a while: a page costs CPU as long as it is open. */
final class WarmPages implements AutoCloseable {

    /** One stay of a page: the same page may come back for another. */
    private static final class Kept {
        final ChromiumLivePage page;

        Kept(ChromiumLivePage page) {
            this.page = page;
        }
    }

    private final Duration keptFor;
    private final Map<AccountId, Kept> pages = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("warm-pages").daemon().factory());

    WarmPages(Duration keptFor) {
        this.keptFor = keptFor;
    }

    void put(AccountId account, ChromiumLivePage page) {
        var kept = new Kept(page);
        Kept earlier;
        synchronized (pages) {
            earlier = pages.put(account, kept);
        }
        if (earlier != null && earlier.page != page) {
            earlier.page.leave();
        }
        try {
            var unused = clock.schedule(() -> leave(account, kept), keptFor.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            page.leave();
        }
    }

    /** Hands the page over; from now on it is the taker's to close. */
    @Nullable
    ChromiumLivePage take(AccountId account) {
        synchronized (pages) {
            Kept kept = pages.remove(account);
            return kept == null ? null : kept.page;
        }
    }

    private void leave(AccountId account, Kept kept) {
        boolean still;
        synchronized (pages) {
            still = pages.remove(account, kept);
        }
        if (still) {
            kept.page.leave();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (pages) {
            pages.values().forEach(kept -> kept.page.leave());
            pages.clear();
        }
    }
}
