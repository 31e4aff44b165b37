package app.cadeau.livepage;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that no send works in, and their pages, one an account, each for a while: a page costs CPU as long as it is
 * open, a lane costs memory.
 */
final class WarmPages implements AutoCloseable {

    /** One stay: the same page may come back for another. A lane may also stay without a page. */
    private static final class Kept {
        final @Nullable ChromiumLivePage page;

        @Nullable
        Future<?> end;

        Kept(@Nullable ChromiumLivePage page) {
            this.page = page;
        }

        /** Nothing holds its page any more but who has it. */
        void over() {
            if (end != null) {
                end.cancel(false);
            }
        }
    }

    private final Duration keptFor;
    private final Consumer<AccountId> after;
    private final Map<AccountId, Kept> pages = new HashMap<>();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("warm-pages").daemon().factory());

    /** @param after ends the lane of a page that has been left; nobody takes the page meanwhile */
    WarmPages(Duration keptFor, Consumer<AccountId> after) {
        this.keptFor = keptFor;
        this.after = after;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** A lane without a page begins its stay. */
    void put(AccountId account) {
        keep(account, new Kept(null));
    }

    void put(AccountId account, ChromiumLivePage page) {
        keep(account, new Kept(page));
    }

    private void keep(AccountId account, Kept kept) {
        Kept earlier;
        synchronized (pages) {
            earlier = pages.put(account, kept);
            kept.end = end(account, kept);
        }
        if (earlier != null) {
            earlier.over();
            if (earlier.page != kept.page) {
                left(earlier);
            }
        }
        if (kept.end == null) {
            left(kept);
        }
    }

    /** Null when no stay ends by itself any more. */
    private @Nullable Future<?> end(AccountId account, Kept kept) {
        try {
            return clock.schedule(() -> leave(account, kept), keptFor.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            return null;
        }
    }

    /** Hands the page over; from now on it is the taker's to close, and the lane's stay is over. */
    @Nullable
    ChromiumLivePage take(AccountId account) {
        synchronized (pages) {
            Kept kept = pages.remove(account);
            if (kept == null) {
                return null;
            }
            kept.over();
            return kept.page;
        }
    }

    /** Under the lock: whoever takes the account's page comes either before, or after its lane has ended. */
    private void leave(AccountId account, Kept kept) {
        synchronized (pages) {
            if (pages.remove(account, kept)) {
                left(kept);
                after.accept(account);
            }
        }
    }

    private static void left(Kept kept) {
        if (kept.page != null) {
            kept.page.leave();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (pages) {
            pages.values().forEach(WarmPages::left);
            pages.clear();
        }
    }
}
