package app.cadeau.browser;

import static app.cadeau.browser.TestTabs.expression;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop that waits behind another lane's page comes late and costs the engine that both are in. */
class NeighboursJourney {

    private static final long SECONDS = 10;

    @TempDir
    private Path files;

    private Lanes lanes;
    private Lane lane;
    private Tab tab;

    @BeforeEach
    void open() throws Exception {
        lanes = new Lanes(renderersHeldBy(files), StoredSessions.NONE, EngineRegister.NONE);
        lane = lanes.lane(new AccountId("main"));
        tab = lane.open(TestTabs.NOBODY).get(SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void aPageThatDoesNotAnswerKeepsNoStopOfAnotherLaneWaiting() throws Exception {
        Lane stuck = lanes.lane(new AccountId("stuck"));
        Tab loop = stuck.open(TestTabs.NOBODY).get(SECONDS, TimeUnit.SECONDS);
        var unanswered = stuck.begin(Urgency.OTHER, () -> loop.ask("Runtime.evaluate", expression("for (;;);")));
        for (int stop = 0; stop < 5; stop++) {
            lane.begin(Urgency.STOP, () -> tab.ask("Runtime.evaluate", expression("1 + 1")))
                    .get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(unanswered).isNotDone();
        assertThat(lane.isUp()).isTrue();
    }

    /** Renderers are kept from starting, so the opening takes as long as on the busiest machine; the browser answers. */
    @Test
    void stopsAreAnsweredWhileTheLaneOfAnotherAccountIsOpened() throws Exception {
        Path held = Files.createFile(files.resolve("held"));
        var opening = CompletableFuture.supplyAsync(() -> newTab(new AccountId("other")));
        for (int stop = 0; stop < 100; stop++) {
            lane.begin(Urgency.STOP, () -> tab.ask("Target.getTargetInfo")).get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(opening).as("the other lane's page").isNotDone();
        assertThat(lane.isUp()).isTrue();
        Files.delete(held);
        assertThat(opening).succeedsWithin(Duration.ofSeconds(SECONDS));
    }

    /** A Chromium none of whose renderers begins while there is a file `held`. */
    private static BrowserSettings renderersHeldBy(Path files) throws IOException {
        Path hold =
                executable(files.resolve("hold"), "while [ -e " + files + "/held ]; do sleep 0.02; done; exec \"$@\"");
        Path chromium = executable(
                files.resolve("chromium"),
                "exec " + Chromium.find(null) + " --no-sandbox --no-zygote --renderer-cmd-prefix=" + hold + " \"$@\"");
        var usual = BrowserSettings.defaults();
        return new BrowserSettings(
                chromium, true, usual.locale(), null, usual.pressingLimit(), usual.commandLimit(), usual.saveEvery());
    }

    private static Path executable(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Tab newTab(AccountId account) {
        try {
            return lanes.lane(account).open(TestTabs.NOBODY).get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
