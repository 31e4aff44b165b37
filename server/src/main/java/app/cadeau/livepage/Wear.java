package app.cadeau.livepage;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How much a page has lived through. What it draws and remembers grows until it is opened anew. */
final class Wear {

    private final Instant since;
    private final AtomicInteger gifts = new AtomicInteger();

    Wear(Instant since) {
        this.since = since;
    }

    /** A gift's request has left the page. */
    void gift() {
        gifts.incrementAndGet();
    }

    boolean over(LivePageSettings.Warmth warm, Instant now) {
        return gifts.get() >= warm.gifts() || now.isAfter(since.plus(warm.age()));
    }
}
