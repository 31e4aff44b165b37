package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.ProcessWords;
import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who gets the CPU first when it is short; a newer Chromium may rank its processes by other rules. */
@EnabledOnOs(OS.LINUX)
class PressesFirstJourney {

    private static final TabListener NOBODY = new TabListener() {
        @Override
        public void gone(String why) {}

        @Override
        public void stranger(HeldRequest request) {}
    };

    private final Lanes lanes = new Lanes(BrowserSettings.defaults(), StoredSessions.NONE, EngineRegister.NONE);

    @AfterEach
    void end() {
        lanes.close();
    }

    @Test
    void pagesThatAreNotDrawnComeBeforeWhatCarriesTheirRequests() throws Exception {
        lanes.warm();
        var lane = lanes.lane(new AccountId("main"));
        lane.open(NOBODY).get(10, TimeUnit.SECONDS).painted(false);
        var engine = lanes.processes().getFirst();
        var own = nice(ProcessHandle.current().pid());
        assertThat(of(engine, "--type=renderer")).as("pages").isNotEmpty().allMatch(nice -> nice == own);
        assertThat(of(engine, "network.mojom.NetworkService"))
                .as("network service")
                .isNotEmpty()
                .allMatch(nice -> nice == own + 5);
        for (var one : List.of(engine.browser(), Objects.requireNonNull(engine.driver()))) {
            assertThat(nice(one.pid())).isEqualTo(own + 5);
            assertThat(policy(one.pid())).as("SCHED_BATCH").isEqualTo(3);
        }
    }

    private static List<Integer> of(EngineProcesses engine, String word) {
        return ProcessHandle.of(engine.browser().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> ProcessWords.of(process).contains(word))
                .map(process -> nice(process.pid()))
                .toList();
    }

    private static int nice(long pid) {
        return stat(pid, 19);
    }

    private static int policy(long pid) {
        return stat(pid, 41);
    }

    private static int stat(long pid, int field) {
        try {
            return PressesFirst.stat(Path.of("/proc", String.valueOf(pid)), field);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
