package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.browser.BrowserSettings;
import app.cadeau.browser.EngineRegister;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.StoredSessions;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateJourney {

    private static final Account MAIN = new Account(new AccountId("main"), true, Coins.of(500), null);
    private static Lanes lanes;

    private TinyLive live;
    private LivePage page;

    @BeforeAll
    static void start() {
        lanes = new Lanes(BrowserSettings.defaults(), NO_SESSIONS, EngineRegister.NONE);
    }

    @AfterAll
    static void end() {
        lanes.close();
    }

    static final StoredSessions NO_SESSIONS = new StoredSessions() {
        @Override
        public Optional<String> storageState(AccountId account) {
            return Optional.empty();
        }

        @Override
        public void saved(AccountId account, String storageState) {}
    };

    @BeforeEach
    void open() throws IOException {
        live = new TinyLive();
        var pages = new ChromiumLivePages(lanes, LivePageSettings.of(live.url()), List::of, InstantSource.system());
        var opening = pages.open(MAIN, new StreamerName("@demo"), in(10));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        page = ((Opening.Opened) opening).page();
    }

    @AfterEach
    void close() {
        page.close();
        live.close();
    }

    @Test
    void knowsTheLive() {
        var facts = page.facts();
        assertThat(facts.roomId()).isEqualTo(TinyLive.ROOM);
        assertThat(facts.hostId()).isEqualTo(TinyLive.HOST);
        assertThat(facts.ownUserId()).isEqualTo("6900000000000000123");
        assertThat(facts.balance()).extracting(BalanceReading::coins).isEqualTo(Coins.of(1_000));
        assertThat(facts.offered())
                .extracting(o -> o.gift().name() + " " + o.place() + " " + o.position())
                .containsExactly("Rose BAR 0", "GG BAR 1", "Perfume BAR 2", "Heart Me BAR 3", "Hidden LISTED -1");
    }

    @Test
    void letsThroughWhatIsPermittedAndNothingElse() throws InterruptedException {
        select();
        var left = new AtomicInteger(2);
        page.gate(ask -> left.getAndDecrement() > 0 ? null : "no permit is open");
        page.burst(new BurstOrder(1, 3, Duration.ofMillis(50), in(2)));

        var news = until(all -> count(all, PageNews.Answered.class) == 2
                && count(all, PageNews.Asked.class) == 3
                && count(all, PageNews.BurstEnded.class) == 1);

        assertThat(live.sent).hasSize(2);
        assertThat(of(news, PageNews.Pressed.class)).hasSize(3);
        assertThat(of(news, PageNews.Asked.class))
                .extracting(PageNews.Asked::refusal)
                .containsExactly(null, null, "no permit is open");
        assertThat(of(news, PageNews.Asked.class).getFirst().ask().order())
                .isEqualTo(new GiftAsk.Order(TinyLive.ROOM, 5655, TinyLive.HOST, 1));
        var answer = of(news, PageNews.Answered.class).getFirst();
        assertThat(answer.statusCode()).isZero();
        assertThat(answer.coinsLeft()).isEqualTo(Coins.of(999));
        assertThat(answer.groupId()).isEqualTo("9007199254740993");
        assertThat(answer.msgId()).isEqualTo("18446744073709551615");
    }

    private void select() {
        assertThat(page.select(new GiftId(5655), Coins.of(1), in(5))).isInstanceOf(Selection.Selected.class);
    }

    private List<PageNews> until(Predicate<List<PageNews>> enough) throws InterruptedException {
        List<PageNews> all = new ArrayList<>();
        Instant deadline = in(5);
        while (!enough.test(all)) {
            PageNews next = page.next(Duration.between(Instant.now(), deadline));
            assertThat(next).as("news after %s", all).isNotNull();
            all.add(next);
        }
        return all;
    }

    private static <T extends PageNews> List<T> of(List<PageNews> news, Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static long count(List<PageNews> news, Class<? extends PageNews> kind) {
        return of(news, kind).size();
    }

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
