package app.cadeau.browser;

import static app.cadeau.browser.TestTabs.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.LocalSite;
import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planted in one lane is never seen in another of the same engine; and an engine ends alone. */
class IsolationJourney {

    private static final AccountId ONE = new AccountId("one");
    private static final AccountId OTHER = new AccountId("other");
    private static final long SECONDS = 15;

    private static final String PLANT = """
            (async () => {
                document.cookie = 'planted=cookie; Max-Age=3600';
                localStorage.setItem('planted', 'local');
                sessionStorage.setItem('planted', 'session');
                await (await caches.open('planted')).put('/planted', new Response('cache'));
                await new Promise((done, failed) => {
                    const opening = indexedDB.open('planted', 1);
                    opening.onupgradeneeded = () => opening.result.createObjectStore('planted').put('indexed', 'planted');
                    opening.onsuccess = done;
                    opening.onerror = failed;
                });
                await (await fetch('/counted')).text();
                return 'planted';
            })()""";

    private static final String LOOK = """
            (async () => {
                const found = [];
                if (document.cookie.includes('planted')) found.push('cookie');
                if (localStorage.getItem('planted')) found.push('local');
                if (sessionStorage.getItem('planted')) found.push('session');
                if (await caches.match('/planted')) found.push('cache');
                if ((await indexedDB.databases()).some(base => base.name === 'planted')) found.push('indexed');
                await (await fetch('/counted')).text();
                return found.sort().join(' ');
            })()""";

    private final AtomicInteger served = new AtomicInteger();
    private final Map<AccountId, String> kept = new ConcurrentHashMap<>();
    private LocalSite site;
    private final List<Lanes> opened = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        site = new LocalSite(call -> {
            if (call.getRequestURI().getPath().equals("/counted")) {
                served.incrementAndGet();
                call.getResponseHeaders().add("Cache-Control", "public, max-age=3600");
            }
            LocalSite.answer(call, 200, "text/html", "<p>hello</p>");
        });
    }

    @AfterEach
    void end() {
        opened.forEach(Lanes::close);
        site.close();
    }

    private Lanes lanes(int ofAnEngine) {
        var sessions = new StoredSessions() {
            @Override
            public Optional<String> storageState(AccountId account) {
                return Optional.ofNullable(kept.get(account));
            }

            @Override
            public void saved(AccountId account, String storageState) {
                kept.put(account, storageState);
            }
        };
        var limits = new EngineLimits(ofAnEngine, Duration.ofHours(1));
        var lanes = new Lanes(BrowserSettings.defaults(), sessions, EngineRegister.NONE, limits);
        opened.add(lanes);
        return lanes;
    }

    @Test
    void nothingThatIsPlantedInOneLaneIsSeenInAnotherOfTheSameEngine() throws Exception {
        Lanes lanes = lanes(2);
        Lane one = lanes.lane(ONE);
        Lane other = lanes.lane(OTHER);
        assertThat(one.engine()).isSameAs(other.engine());
        Tab planted = open(one);
        assertThat(evaluate(one, planted, PLANT)).isEqualTo("planted");
        assertThat(served).hasValue(1);

        assertThat(evaluate(one, planted, LOOK)).as("it is there").isEqualTo("cache cookie indexed local session");
        assertThat(served).as("and the second time from the HTTP cache").hasValue(1);

        assertThat(evaluate(other, open(other), LOOK)).as("in the other lane").isEmpty();
        assertThat(served).as("whose HTTP cache is its own").hasValue(2);

        Lane beside = lanes.beside(ONE);
        assertThat(evaluate(beside, open(beside), LOOK))
                .as("in another context of the account")
                .doesNotContain("local");
        assertThat(kept.getOrDefault(OTHER, "")).doesNotContain("planted");
    }

    @Test
    void anEngineThatDiesTakesOnlyItsOwnLanes() throws Exception {
        Lanes lanes = lanes(1);
        Lane one = lanes.lane(ONE);
        Lane other = lanes.lane(OTHER);
        assertThat(one.engine()).isNotSameAs(other.engine());

        lanes.processes().getFirst().browser().end();
        var down = new java.util.concurrent.CountDownLatch(1);
        one.onDown(why -> down.countDown());
        assertThat(down.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(other.isUp()).isTrue();
        assertThat(evaluate(other, open(other), "'here'")).isEqualTo("here");
        assertThat(lanes.lane(OTHER)).isSameAs(other);
        assertThat(lanes.lane(ONE).isUp()).isTrue();
    }

    @Test
    void anEngineThatCarriesNothingEndsButForOne() throws Exception {
        Lanes lanes = lanes(1);
        lanes.lane(ONE);
        lanes.lane(OTHER);
        assertThat(lanes.processes()).hasSize(2);
        lanes.tidy();
        assertThat(lanes.processes()).as("both carry a lane").hasSize(2);
        lanes.drop(ONE);
        lanes.tidy();
        assertThat(lanes.processes()).as("one stays warm for the next send").hasSize(2);
        lanes.drop(OTHER);
        lanes.tidy();
        assertThat(lanes.processes()).hasSize(1);
    }

    private Tab open(Lane lane) throws Exception {
        Tab tab = lane.open(new TabListener() {
                    @Override
                    public void gone(String why) {
                        throw new AssertionError(why);
                    }

                    @Override
                    public void stranger(HeldRequest request) {}
                })
                .get(SECONDS, TimeUnit.SECONDS);
        var there = site.url().resolve("/");
        lane.tell(Urgency.OTHER, () -> tab.go(there)).get(SECONDS, TimeUnit.SECONDS);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluate(lane, tab, "document.readyState + location.href").equals("complete" + there)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        return tab;
    }
}
