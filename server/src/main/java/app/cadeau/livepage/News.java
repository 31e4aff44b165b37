package app.cadeau.livepage;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for the send, in order. Nothing is dropped: a queue that is full ends the page instead. */
final class News {

    private final int limit;
    private final BlockingQueue<PageNews> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    News(int limit) {
        this.limit = limit;
    }

    /** Returns false when the page is over: this news was too much, or came after the end. */
    boolean tell(PageNews news, Supplier<PageNews.Gone> overflow) {
        if (over.get()) {
            return false;
        }
        if (waiting.size() >= limit) {
            end(overflow.get());
            return false;
        }
        return waiting.add(news);
    }

    void end(PageNews.Gone last) {
        if (over.compareAndSet(false, true)) {
            waiting.add(last);
        }
    }

    boolean isOver() {
        return over.get();
    }

    @Nullable
    PageNews next(Duration wait) throws InterruptedException {
        return waiting.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
