package app.cadeau.browser;

import static app.cadeau.browser.TestTabs.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.LocalSite;
import app.cadeau.ProcessWords;
import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineJourney {

    private static final AccountId MAIN = new AccountId("main");
    private static final long SECONDS = 10;

    private final BlockingQueue<String> gone = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> cookies = new LinkedBlockingQueue<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private LocalSite site;
    private Lanes lanes;

    @BeforeEach
    void start() throws IOException {
        site = new LocalSite(call -> {
            if (call.getRequestURI().getPath().startsWith("/slow")) {
                awaitQuietly();
            }
            boolean loop = call.getRequestURI().getPath().startsWith("/loop");
            cookies.add(String.valueOf(call.getRequestHeaders().getFirst("Cookie")));
            call.getResponseHeaders().add("Set-Cookie", "visited=yes; Path=/; Max-Age=3600");
            LocalSite.answer(
                    call,
                    200,
                    "text/html",
                    loop ? "<script>setTimeout(() => { for (;;); }, 50)</script>" : "<p>hello</p>");
        });
        lanes = new Lanes(BrowserSettings.defaults(), keptIn(new LinkedBlockingQueue<>()), EngineRegister.NONE);
    }

    @AfterEach
    void end() {
        answer.countDown();
        lanes.close();
        site.close();
    }

    private void awaitQuietly() {
        try {
            assertThat(answer.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tellsThatTheRendererDied() throws Exception {
        open("/");
        long begun = System.nanoTime();
        ProcessHandle.of(lanes.processes().getFirst().browser().pid())
                .orElseThrow()
                .descendants()
                .filter(EngineJourney::renders)
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(gone.poll(SECONDS, TimeUnit.SECONDS)).contains("renderer");
        assertToldSoon("renderer", begun);
        assertThat(lanes.lane(MAIN).isUp()).isTrue();
    }

    /** Two of them in each window cost 40 MiB; a newer Chromium may call them by another name. */
    @Test
    void hasNoRendererForTheBrowsersOwnInterface() throws Exception {
        open("/");
        var renderers = ProcessHandle.of(lanes.processes().getFirst().browser().pid())
                .orElseThrow()
                .descendants()
                .filter(EngineJourney::renders)
                .flatMap(one -> one.info().commandLine().stream())
                .toList();
        assertThat(renderers).isNotEmpty().noneMatch(words -> words.contains("--top-chrome-webui"));
    }

    @Test
    void tellsThatTheBrowserDiedAndStartsAnother() throws Exception {
        Lane lane = open("/");
        var down = new CountDownLatch(1);
        lane.onDown(why -> down.countDown());
        long begun = System.nanoTime();
        lanes.processes().getFirst().browser().end();
        assertThat(down.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(gone.poll(SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertToldSoon("browser", begun);
        assertThatThrownBy(() -> lane.ask(Urgency.OTHER, () -> 1).get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(LaneDown.class);
        assertThat(lanes.lane(MAIN).ask(Urgency.OTHER, () -> 1).get(SECONDS, TimeUnit.SECONDS))
                .isEqualTo(1);
    }

    @Test
    void savesTheSessionWhileItsPageIsStillOpen() throws Exception {
        lanes.close();
        var saved = new LinkedBlockingQueue<String>();
        lanes = new Lanes(
                BrowserSettings.defaults().withSaveEvery(Duration.ofMillis(100)), keptIn(saved), EngineRegister.NONE);
        var lane = open("/");
        String state = saved.poll(SECONDS, TimeUnit.SECONDS);
        while (state != null && !state.contains("visited")) {
            state = saved.poll(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(state).contains("visited");
    }

    @Test
    void noCookieIsLostWhenTheBrowserIsKilled() throws Exception {
        lanes.close();
        var saved = new LinkedBlockingQueue<String>();
        lanes = new Lanes(
                BrowserSettings.defaults().withSaveEvery(Duration.ofMillis(100)), keptIn(saved), EngineRegister.NONE);
        var lane = open("/");
        String state = saved.poll(SECONDS, TimeUnit.SECONDS);
        while (state != null && !state.contains("visited")) {
            state = saved.poll(SECONDS, TimeUnit.SECONDS);
        }
        lanes.processes().getFirst().browser().end();
        assertThat(gone.poll(SECONDS, TimeUnit.SECONDS)).isNotNull();
        awaitDown(lane);
        cookies.clear();
        open("/");
        assertThat(cookies.poll(SECONDS, TimeUnit.SECONDS)).contains("visited=yes");
    }

    private static StoredSessions keptIn(BlockingQueue<String> saved) {
        return new StoredSessions() {
            private @Nullable String last;

            @Override
            public Optional<String> storageState(AccountId account) {
                return Optional.ofNullable(last);
            }

            @Override
            public void saved(AccountId account, String storageState) {
                last = storageState;
                saved.add(storageState);
            }
        };
    }

    @Test
    void endsAnEngineThatDoesNotComeBackFromAPage() throws Exception {
        Lane lane = lanes.lane(MAIN);
        Tab tab = lane.open(listener()).get(SECONDS, TimeUnit.SECONDS);
        lane.tell(Urgency.OTHER, () -> tab.go(at("/loop"))).get(SECONDS, TimeUnit.SECONDS);
        var stuck = new CountDownLatch(1);
        tab.on("Network.loadingFinished", event -> stuck.countDown());
        assertThat(stuck.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        boolean down = false;
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!down && System.nanoTime() < until) {
            try {
                lane.begin(Urgency.STOP, () -> tab.ask("Runtime.evaluate", expression("1 + 1")))
                        .get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException ended) {
                down = ended.getCause() instanceof LaneDown;
            }
        }
        assertThat(down).isTrue();
        assertThat(gone.poll(SECONDS, TimeUnit.SECONDS)).contains("waited longer");
    }

    @Test
    void doesNotWaitForAPageThatDoesNotAnswer() throws Exception {
        Lane lane = lanes.lane(MAIN);
        Tab tab = lane.open(listener()).get(SECONDS, TimeUnit.SECONDS);
        lane.tell(Urgency.OTHER, () -> tab.go(at("/slow"))).get(SECONDS, TimeUnit.SECONDS);
        long begun = System.nanoTime();
        for (int turn = 0; turn < 10; turn++) {
            lane.ask(Urgency.GATE, () -> 1).get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(gone).isEmpty();
    }

    /** Within 1 s on a machine at rest; a loaded one may starve every process for longer, so the bound is wider. */
    private static void assertToldSoon(String who, long begun) {
        var told = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("the death of the " + who + " was told after " + told.toMillis() + " ms");
        assertThat(told).as("until the death of the " + who + " was told").isLessThan(Duration.ofSeconds(3));
    }

    private static boolean renders(ProcessHandle process) {
        return ProcessWords.of(process).contains("--type=renderer");
    }

    /** A page may be gone before it is known that all of its engine is. */
    private static void awaitDown(Lane lane) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (lane.isUp()) {
            assertThat(System.nanoTime()).as("when the lane is still up").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Lane open(String path) throws Exception {
        Lane lane = lanes.lane(MAIN);
        Tab tab = lane.open(listener()).get(SECONDS, TimeUnit.SECONDS);
        lane.tell(Urgency.OTHER, () -> tab.go(at(path))).get(SECONDS, TimeUnit.SECONDS);
        return lane;
    }

    private TabListener listener() {
        return new TabListener() {
            @Override
            public void gone(String why) {
                gone.add(why);
            }

            @Override
            public void stranger(HeldRequest request) {}
        };
    }

    private URI at(String path) {
        return site.url().resolve(path);
    }
}
