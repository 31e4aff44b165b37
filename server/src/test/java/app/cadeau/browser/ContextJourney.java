package app.cadeau.browser;

import static app.cadeau.browser.TestTabs.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.LocalSite;
import app.cadeau.accounts.AccountId;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lane's context has of its own, in a real Chromium: all that Playwright's storage state holds, and no more. */
class ContextJourney {

    private static final AccountId MAIN = new AccountId("main");
    private static final long SECONDS = 15;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> languages = new ConcurrentLinkedQueue<>();
    private LocalSite site;

    @BeforeEach
    void start() throws IOException {
        site = new LocalSite(call -> {
            var path = call.getRequestURI().getPath();
            if (!path.equals("/favicon.ico")) {
                asked.add(path + " " + call.getRequestHeaders().getFirst("Cookie"));
            }
            languages.add(String.valueOf(call.getRequestHeaders().getFirst("Accept-Language")));
            LocalSite.answer(
                    call,
                    200,
                    "text/html; charset=utf-8",
                    "<script>window.first = localStorage.getItem('kept'); localStorage.setItem('new', 'ü');"
                            + "</script><p>" + path + "</p>");
        });
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void cookiesAndStorageAreThereBeforeThePagesFirstScript() throws Exception {
        try (var lanes = lanes(state())) {
            var lane = lanes.lane(MAIN);
            var tab = visit(lane);
            assertThat(evaluate(lane, tab, "window.first")).isEqualTo("from before");
            assertThat(asked)
                    .as("one visit, with its cookies")
                    .singleElement()
                    .asString()
                    .contains("who=me", "long=1");
        }
    }

    @Test
    void aStorageStateTellsWhatASiteKeepsNow() throws Exception {
        try (var lanes = lanes(state())) {
            var lane = lanes.lane(MAIN);
            visit(lane);
            var told = JsonParser.parseString(lane.storageState().get(SECONDS, TimeUnit.SECONDS))
                    .getAsJsonObject();
            assertThat(told.getAsJsonArray("cookies").toString()).contains("\"who\"", "\"long\"", "sameSite");
            var origins = told.getAsJsonArray("origins");
            assertThat(origins.toString())
                    .contains("\"" + site.url() + "\"", "\"from before\"", "\"ü\"", "https://elsewhere.example");
        }
    }

    @Test
    void aPageIsOfOneSizeInOneLanguageAndInFront() throws Exception {
        try (var lanes = lanes(state())) {
            var lane = lanes.lane(MAIN);
            var tab = visit(lane);
            assertThat(evaluate(lane, tab, "[innerWidth, innerHeight, navigator.language, document.hasFocus()].join()"))
                    .isEqualTo("1280,800,en-US,true");
            assertThat(languages).first().asString().startsWith("en-US");
            assertThat(evaluate(lane, tab, "String(navigator.webdriver)"))
                    .as("nothing is hidden")
                    .isEqualTo("true");
        }
    }

    @Test
    void noServiceWorkerIsTakenOn() throws Exception {
        try (var lanes = lanes(state())) {
            var lane = lanes.lane(MAIN);
            var tab = visit(lane);
            assertThat(evaluate(
                            lane,
                            tab,
                            "navigator.serviceWorker.register('/worker.js').then(() => 'taken', (no) => no.name)"))
                    .isEqualTo("NotSupportedError");
        }
    }

    @Test
    void aPopUpIsClosedAndADialogIsAnswered() throws Exception {
        try (var lanes = lanes(state())) {
            var lane = lanes.lane(MAIN);
            var tab = visit(lane);
            assertThat(evaluate(lane, tab, "String(confirm('really?'))")).isEqualTo("false");
            var closed = "new Promise((done) => { const other = window.open('/pop-up'%s);"
                    + " const look = () => !other || other.closed ? done('closed') : setTimeout(look, 10); look(); })";
            assertThat(evaluate(lane, tab, closed.formatted(""))).isEqualTo("closed");
            evaluate(lane, tab, "window.open('/unknown', '_blank', 'noopener'); 'opened'");
            awaitOnePage(lane, tab);
        }
    }

    @Test
    void theProfileOfAnEngineIsDeletedWithIt() throws Exception {
        var lanes = lanes(state());
        visit(lanes.lane(MAIN));
        var profile = lanes.processes().getFirst().profile();
        assertThat(profile).isDirectory();
        lanes.close();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (Files.exists(profile)) {
            assertThat(System.nanoTime()).as("when the profile is still there").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void awaitOnePage(Lane lane, Tab tab) throws Exception {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (var pages = 2; pages > 1; ) {
            assertThat(System.nanoTime()).as("when the pop-up is still open").isLessThan(until);
            var targets = lane.begin(Urgency.OTHER, () -> tab.ask("Target.getTargets"))
                    .get(SECONDS, TimeUnit.SECONDS)
                    .getAsJsonArray("targetInfos");
            pages = 0;
            for (var target : targets) {
                pages += "page".equals(target.getAsJsonObject().get("type").getAsString()) ? 1 : 0;
            }
        }
    }

    private Tab visit(Lane lane) throws Exception {
        var tab = lane.open(TestTabs.NOBODY).get(SECONDS, TimeUnit.SECONDS);
        var loaded = new CountDownLatch(1);
        lane.tell(Urgency.OTHER, () -> {
                    tab.on("Page.loadEventFired", event -> loaded.countDown());
                    tab.go(site.url().resolve("/page"));
                })
                .get(SECONDS, TimeUnit.SECONDS);
        assertThat(loaded.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        return tab;
    }

    private Lanes lanes(String state) {
        var stored = new StoredSessions() {
            @Override
            public Optional<String> storageState(AccountId account) {
                return Optional.of(state);
            }

            @Override
            public void saved(AccountId account, String storageState) {}
        };
        return new Lanes(BrowserSettings.defaults(), stored, EngineRegister.NONE);
    }

    /** As Playwright writes it. */
    private String state() {
        return """
                {"cookies": [
                  {"name": "who", "value": "me", "domain": "127.0.0.1", "path": "/", "expires": -1,
                   "httpOnly": true, "secure": false, "sameSite": "Lax"},
                  {"name": "long", "value": "1", "domain": "127.0.0.1", "path": "/", "expires": 4102444800.5,
                   "httpOnly": false, "secure": false, "sameSite": "Strict"}],
                 "origins": [
                  {"origin": "%s", "localStorage": [{"name": "kept", "value": "from before"}]},
                  {"origin": "https://elsewhere.example", "localStorage": [{"name": "a", "value": "'\\"</script>"}]}]}
                """.formatted(site.url());
    }
}
