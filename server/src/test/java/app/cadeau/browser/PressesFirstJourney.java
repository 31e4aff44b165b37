package app.cadeau.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.ProcessWords;
import app.cadeau.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who gets the CPU first when it is short; a newer Chromium may rank its processes by other rules. */
@EnabledOnOs(OS.LINUX)
class PressesFirstJourney {

    private final Lanes lanes = new Lanes(BrowserSettings.defaults(), StoredSessions.NONE, EngineRegister.NONE);

    @AfterEach
    void end() {
        lanes.close();
    }

    @Test
    void pagesThatAreNotDrawnComeBeforeWhatCarriesTheirRequests() throws Exception {
        lanes.warm();
        var lane = lanes.lane(new AccountId("main"));
        lane.open(TestTabs.NOBODY).get(10, TimeUnit.SECONDS).painted(false);
        var engine = lanes.processes().getFirst();
        var own = nice(ProcessHandle.current().pid());
        awaitUntil("the network service stands back", () -> {
            var services = of(engine, "network.mojom.NetworkService");
            return !services.isEmpty() && services.stream().allMatch(nice -> nice == own + 5);
        });
        assertThat(of(engine, "--type=renderer")).as("pages").isNotEmpty().allMatch(nice -> nice == own);
        assertThat(nice(engine.browser().pid())).isEqualTo(own + 5);
        assertThat(policy(engine.browser().pid())).as("SCHED_BATCH").isEqualTo(3);
    }

    /** Looked at every few seconds: a page's threads begin with the rank of the one that presses. */
    @Test
    void ofAPageOnlyTheThreadThatPressesComesFirst() throws Exception {
        lanes.warm();
        var lane = lanes.lane(new AccountId("main"));
        lane.open(TestTabs.NOBODY).get(10, TimeUnit.SECONDS);
        var engine = lanes.processes().getFirst();
        awaitUntil(
                "helpers cut in no more",
                () -> helpersOfPages(engine).count() > 3
                        && helpersOfPages(engine).allMatch(PressesFirstJourney::standsBack));
        assertThat(processes(engine, "--type=renderer"))
                .as("the threads that press")
                .isNotEmpty()
                .allMatch(page -> policy(page.pid()) == 0);
    }

    private static void awaitUntil(String what, BooleanSupplier holds) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean standsBack(Path thread) {
        try {
            return PressesFirst.stat(thread, 41) == 3;
        } catch (IOException ended) {
            return true;
        }
    }

    private static Stream<Path> helpersOfPages(EngineProcesses engine) {
        return processes(engine, "--type=renderer").map(ProcessHandle::pid).flatMap(PressesFirstJourney::helpers);
    }

    private static Stream<Path> helpers(long pid) {
        try (var threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return threads.filter(one -> !one.endsWith(String.valueOf(pid))).toList().stream();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    private static Stream<ProcessHandle> processes(EngineProcesses engine, String word) {
        return ProcessHandle.of(engine.browser().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> ProcessWords.of(process).contains(word));
    }

    private static List<Integer> of(EngineProcesses engine, String word) {
        return processes(engine, word).map(process -> nice(process.pid())).toList();
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
