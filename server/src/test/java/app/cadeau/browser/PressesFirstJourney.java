package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who gets the CPU first when it is short; a newer Chromium may rank its processes by other rules. */
@EnabledOnOs(OS.LINUX)
class PressesFirstJourney {

    private static final StoredSessions NO_SESSIONS = new StoredSessions() {
        @Override
        public Optional<String> storageState(AccountId account) {
            return Optional.empty();
        }

        @Override
        public void saved(AccountId account, String storageState) {}
    };

    private static final TabListener NOBODY = new TabListener() {
        @Override
        public void gone(String why) {}

        @Override
        public void stranger(HeldRequest request) {}
    };

    private final Lanes lanes = new Lanes(BrowserSettings.defaults(), NO_SESSIONS, EngineRegister.NONE);

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
        assertThat(of(engine, words -> words.contains("--type=renderer")))
                .as("pages")
                .isNotEmpty()
                .allMatch(nice -> nice == own);
        assertThat(of(engine, words -> words.contains("network.mojom.NetworkService")))
                .as("network service")
                .isNotEmpty()
                .allMatch(nice -> nice == own + 5);
        for (var one : List.of(engine.browser(), Objects.requireNonNull(engine.driver()))) {
            assertThat(nice(one.pid())).isEqualTo(own + 5);
            assertThat(policy(one.pid())).as("SCHED_BATCH").isEqualTo(3);
        }
    }

    /** proc(5), stat, field 41. */
    private static int policy(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", pid + "/stat"), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[38]);
    }

    private static List<Integer> of(EngineProcesses engine, Predicate<String> which) {
        return ProcessHandle.of(engine.browser().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .filter(pid -> which.test(words(pid)))
                .map(PressesFirstJourney::nice)
                .toList();
    }

    private static String words(long pid) {
        try {
            return Files.readString(Path.of("/proc", pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    private static int nice(long pid) {
        try {
            return PressesFirst.niceOf(Path.of("/proc", String.valueOf(pid)));
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
