package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.ProcessWords;
import app.cadeau.livepage.PageNews;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.simulator.Truth;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A stop holds while what it might need does not answer: house rule 8. By {@code ./cadeau bench barrier TIMES} as often as
 * one likes; it prints the figures.
 */
@Tag("long")
class StopUnderTroubleJourney {

    private static final int STOPS = Integer.getInteger("cadeau.stops", 2);
    private static final long WITHIN_MILLIS = 250;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    @AutoClose
    static final Stage stage = new Stage();

    enum Trouble {
        NONE,
        DATABASE_LOCKED,
        DATABASE_FULL,
        DATABASE_READ_ONLY,
        RENDERER_HALTED,
        BROWSER_HALTED
    }

    @ParameterizedTest
    @EnumSource
    void noPressBeginsAndNothingPassesAfterTheStop(Trouble trouble) throws Exception {
        var random = new Random(trouble.ordinal());
        var pressed = new long[STOPS];
        var accepted = new long[STOPS];
        var answered = new long[STOPS];
        try (var simulator = Simulator.start(Settings.defaults())) {
            for (var stop = 0; stop < STOPS; stop++) {
                stage.forget();
                stage.database.whenPaused = () -> LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                simulator.truth().clear();
                var sender = begin(simulator, 3 + random.nextInt(10));
                var command = new long[1];
                var engines = stage.lanes.processes();
                try (var inTheWay = arrange(trouble)) {
                    command[0] = System.currentTimeMillis();
                    sender.stop(Ending.BY_MEMBER);
                    answered[stop] = System.currentTimeMillis() - command[0];
                    settle(trouble);
                }
                carrying.join();
                if (trouble == Trouble.RENDERER_HALTED) {
                    // Other lanes press in this engine; the page's own clock ends its burst.
                    assertThat(stage.lanes.processes()).as("engines").isEqualTo(engines);
                }
                pressed[stop] = last(simulator, Truth.Gift::pressedAtMillis) - command[0];
                accepted[stop] = last(simulator, Truth.Gift::acceptedAtMillis) - command[0];
                compare(simulator, sender, trouble);
            }
        }
        print(trouble, "last press of a gift that landed", pressed);
        print(trouble, "last acceptance", accepted);
        print(trouble, "answer to the stop", answered);
        assertThat(percentile(pressed))
                .as("ms from the command to the last press")
                .isLessThanOrEqualTo(WITHIN_MILLIS);
        assertThat(percentile(accepted))
                .as("ms from the command to the last acceptance")
                .isLessThanOrEqualTo(WITHIN_MILLIS);
    }

    private Thread carrying = Thread.currentThread();

    private Sender begin(Simulator simulator, int presses) throws InterruptedException {
        var enough = new CountDownLatch(presses);
        var sender = stage.sender(simulator, Stage.Ask.roses(500), WatchedPage.watchedBy(news -> {
            if (news instanceof PageNews.Pressed) {
                enough.countDown();
            }
        }));
        carrying = Thread.ofVirtual().start(() -> {
            try {
                sender.run();
                Stage.leave(sender);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(enough.await(60, TimeUnit.SECONDS)).as("presses").isTrue();
        return sender;
    }

    /** What is in the way stays there until it is closed. */
    private AutoCloseable arrange(Trouble trouble) throws SQLException, InterruptedException {
        return switch (trouble) {
            case NONE -> () -> {};
            case DATABASE_LOCKED -> lock();
            case DATABASE_FULL -> pragma("max_page_count = 1", "max_page_count = 1073741823");
            case DATABASE_READ_ONLY -> pragma("query_only = on", "query_only = off");
            case RENDERER_HALTED -> halt("--type=renderer");
            case BROWSER_HALTED -> halt("--remote-debugging");
        };
    }

    private static Connection lock() throws SQLException {
        var other = DriverManager.getConnection("jdbc:sqlite:" + stage.database.file());
        try (var statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute("begin exclusive");
        }
        return other;
    }

    /** Of the program's own connection. A number of pages below what there are means: not one more. */
    private static AutoCloseable pragma(String trouble, String end) {
        stage.database.pragma(trouble);
        return () -> stage.database.pragma(end);
    }

    private static AutoCloseable halt(String word) throws InterruptedException {
        var halted = processes(word).toList();
        assertThat(halted).as("processes to halt").isNotEmpty();
        for (var process : halted) {
            signal(process, "STOP");
        }
        return () -> {
            for (var process : halted) {
                signal(process, "CONT");
            }
        };
    }

    private static Stream<ProcessHandle> processes(String word) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> ProcessWords.of(process).contains(word))
                .filter(process ->
                        word.startsWith("--type") || !ProcessWords.of(process).contains("--type="));
    }

    private static void signal(ProcessHandle process, String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Time for what would pass wrongly to pass. */
    private void settle(Trouble trouble) throws InterruptedException {
        carrying.join(trouble.name().startsWith("DATABASE") ? 1_000 : 600);
    }

    private static long last(Simulator simulator, ToLongFunction<Truth.Gift> at) {
        return simulator.truth().gifts("main").stream().mapToLong(at).max().orElseThrow();
    }

    private static void compare(Simulator simulator, Sender sender, Trouble trouble) {
        var receipt = stage.database.rows().find(sender.id()).orElseThrow().receipt();
        var landed = simulator.truth().landed("main");
        assertThat(receipt.state()).as(trouble + ": " + receipt).isIn(SendState.STOPPED, SendState.REVIEW);
        assertThat(landed)
                .as(trouble + ": " + receipt)
                .isBetween((long) receipt.confirmed(), (long) receipt.confirmed() + receipt.unknown());
    }

    /** Of sorted figures; of few it is the worst. */
    private static long percentile(long[] sorted) {
        return sorted[(sorted.length * 99 - 1) / 100];
    }

    private static void print(Trouble trouble, String what, long[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "| %s | %s | %d | %d | %d |%n",
                trouble, what, millis[millis.length / 2], percentile(millis), millis[millis.length - 1]);
    }
}
