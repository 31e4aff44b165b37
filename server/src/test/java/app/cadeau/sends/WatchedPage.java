package app.cadeau.sends;

import app.cadeau.catalogue.GiftId;
import app.cadeau.livepage.BalanceReading;
import app.cadeau.livepage.BurstOrder;
import app.cadeau.livepage.Gatekeeper;
import app.cadeau.livepage.LiveFacts;
import app.cadeau.livepage.LivePage;
import app.cadeau.livepage.LivePages;
import app.cadeau.livepage.OfferedGift;
import app.cadeau.livepage.Opening;
import app.cadeau.livepage.PageNews;
import app.cadeau.livepage.ProbeRow;
import app.cadeau.livepage.Selection;
import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A real LIVE page with somebody looking over the sender's shoulder. */
record WatchedPage(LivePage page, Consumer<PageNews> watcher, UnaryOperator<Gatekeeper> gates) implements LivePage {

    /** Pages whose news {@code watcher} sees before the sender does. */
    static UnaryOperator<LivePages> watchedBy(Consumer<PageNews> watcher) {
        return around(watcher, UnaryOperator.identity());
    }

    /** Pages with the gate switched off: whatever the page asks for passes. */
    static UnaryOperator<LivePages> withoutGate() {
        return around(news -> {}, keeper -> ask -> {
            keeper.refusal(ask);
            return null;
        });
    }

    private static UnaryOperator<LivePages> around(Consumer<PageNews> watcher, UnaryOperator<Gatekeeper> gates) {
        return pages -> (account, streamer, deadline) -> switch (pages.open(account, streamer, deadline)) {
            case Opening.Opened(var page) -> new Opening.Opened(new WatchedPage(page, watcher, gates));
            case Opening.NotOpened closed -> closed;
        };
    }

    @Override
    public LiveFacts facts() {
        return page.facts();
    }

    @Override
    public List<OfferedGift> offeredAll(Instant deadline) {
        return page.offeredAll(deadline);
    }

    @Override
    public List<ProbeRow> probe(Instant deadline) {
        return page.probe(deadline);
    }

    @Override
    public void gate(Gatekeeper keeper) {
        page.gate(gates.apply(keeper));
    }

    @Override
    public Selection select(GiftId gift, Coins price, Instant deadline) {
        return page.select(gift, price, deadline);
    }

    @Override
    public void burst(BurstOrder order) {
        page.burst(order);
    }

    @Override
    public CompletableFuture<Void> stopPresses() {
        return page.stopPresses();
    }

    @Override
    public void allowPresses() {
        page.allowPresses();
    }

    @Override
    public @Nullable PageNews next(Duration wait) throws InterruptedException {
        var news = page.next(wait);
        if (news != null) {
            watcher.accept(news);
        }
        return news;
    }

    @Override
    public boolean behindOnAnswers() {
        return page.behindOnAnswers();
    }

    @Override
    public @Nullable BalanceReading readWallet(Instant deadline) {
        return page.readWallet(deadline);
    }

    @Override
    public void disobeyed() {
        page.disobeyed();
    }

    @Override
    public void killEngine() {
        page.killEngine();
    }

    @Override
    public void close() {
        page.close();
    }
}
