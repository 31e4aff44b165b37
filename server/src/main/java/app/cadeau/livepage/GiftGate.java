package app.cadeau.livepage;

import app.cadeau.browser.HeldRequest;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts each held request before whoever decides, and tells of it before it is let go. */
final class GiftGate {

    private final Unread unread;
    private final Predicate<PageNews> tell;
    private final InstantSource clock;
    private final LastRequests last = new LastRequests();
    private volatile Gatekeeper keeper = Gatekeeper.SHUT;

    /** @param tell false when the page is over */
    GiftGate(Unread unread, Predicate<PageNews> tell, InstantSource clock) {
        this.unread = unread;
        this.tell = tell;
        this.clock = clock;
    }

    void keeper(Gatekeeper next) {
        keeper = next;
    }

    LastRequests last() {
        return last;
    }

    /** True when it may pass; then {@code passed} has been told its key. */
    boolean passes(HeldRequest request, Consumer<String> passed) {
        GiftAsk ask = GiftAskReader.read(request);
        String refusal = refusal(ask);
        last.met(request, refusal, clock.instant());
        boolean told = tell.test(new PageNews.Asked(ask, refusal, clock.instant()));
        if (refusal != null || !told) {
            return false;
        }
        passed.accept(ask.key());
        return true;
    }

    /** What can never pass is still shown to the keeper: it tells the account's send that its page is not honest. */
    private @Nullable String refusal(GiftAsk ask) {
        if (ask.odd() == null && ask.order() != null && unread.tooLong()) {
            return "answers lay unread";
        }
        String refusal = keeper.refusal(ask);
        return refusal != null || ask.odd() == null ? refusal : ask.odd();
    }
}
