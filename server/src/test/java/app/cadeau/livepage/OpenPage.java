package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.StoredSessions;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A TinyLive opened for a test, with all its news so far. */
final class OpenPage implements AutoCloseable {

    static final Account MAIN = account("main");

    final LivePage page;
    final List<PageNews> news = new ArrayList<>();

    private OpenPage(LivePage page) {
        this.page = page;
    }

    static Account account(String name) {
        return new Account(new AccountId(name), true, Coins.of(500), null);
    }

    static OpenPage of(Lanes lanes, TinyLive live) {
        return of(lanes, live, MAIN);
    }

    static OpenPage of(Lanes lanes, TinyLive live, Account account) {
        return of(lanes, live.url(), account, "@demo");
    }

    static OpenPage of(Lanes lanes, URI site, Account account, String streamer) {
        Opening opening = open(lanes, site, account, streamer);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return new OpenPage(((Opening.Opened) opening).page());
    }

    static OpenPage around(LivePage page) {
        return new OpenPage(page);
    }

    static Opening open(Lanes lanes, URI site, Account account, String streamer) {
        var pages = new ChromiumLivePages(lanes, LivePageSettings.of(site), List::of, InstantSource.system());
        return pages.open(account, new StreamerName(streamer), in(15));
    }

    OpenPage roseSelected() {
        assertThat(page.select(new GiftId(5655), Coins.of(1), in(5))).isInstanceOf(Selection.Selected.class);
        return this;
    }

    OpenPage press(int presses) {
        page.burst(new BurstOrder(1, presses, Duration.ofMillis(50), in(5)));
        return this;
    }

    <T extends PageNews> List<T> all(Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Reads news until this holds for those of a kind. */
    <T extends PageNews> List<T> until(Class<T> kind, Predicate<List<T>> enough) throws InterruptedException {
        Instant deadline = in(8);
        while (!enough.test(all(kind))) {
            PageNews next = page.next(Duration.between(Instant.now(), deadline));
            assertThat(next).as("more news after %s", news).isNotNull();
            news.add(next);
        }
        return all(kind);
    }

    <T extends PageNews> List<T> until(Class<T> kind, int count) throws InterruptedException {
        return until(kind, all -> all.size() >= count);
    }

    @Override
    public void close() {
        page.close();
    }

    static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    /** Sessions in memory. */
    static final class Sessions implements StoredSessions {
        final Map<AccountId, String> states = new ConcurrentHashMap<>();

        static String cookie(String session) {
            return """
                    {"cookies":[{"name":"sessionid","value":"%s","domain":"127.0.0.1","path":"/","expires":-1,
                      "httpOnly":true,"secure":false,"sameSite":"Lax"}],"origins":[]}""".formatted(session);
        }

        @Override
        public Optional<String> storageState(AccountId account) {
            return Optional.ofNullable(states.get(account));
        }

        @Override
        public void saved(AccountId account, String storageState) {
            states.put(account, storageState);
        }
    }
}
