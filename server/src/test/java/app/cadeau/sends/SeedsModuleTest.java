package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/**
 * Worlds from seeds, and mistakes planted into them. One seed again: {@code ./cadeau bench seeds 1 SEED}; its trace is in
 * the failure.
 */
class SeedsModuleTest {

    static final int WORLDS_OF_A_DATABASE = 500;
    private static final int THREADS = 2;
    private static final int MOST_UNTIL_A_BUG_IS_FOUND = 1_000;

    /** In memory where the system has such a folder: a number file is synced for each send. */
    private static Path folder = Path.of("");

    @BeforeAll
    static void folder() throws IOException {
        var memory = Path.of("/dev/shm");
        folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "cadeau-seeds")
                : Files.createTempDirectory("cadeau-seeds");
    }

    @AfterAll
    static void leave() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void aThousandWorldsKeepEveryPromise() throws Exception {
        play(Long.getLong("cadeau.seed", 1), Integer.getInteger("cadeau.seeds", 1_000));
    }

    @Test
    @Tag("long")
    void aHundredThousandWorldsKeepEveryPromise() throws Exception {
        if (Integer.getInteger("cadeau.seeds") == null) { // a number asked for is played above
            play(1_001, 100_000);
        }
    }

    private void play(long first, int seeds) throws Exception {
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var blocks = LongStream.iterate(
                            first, block -> block < first + seeds, block -> block + WORLDS_OF_A_DATABASE)
                    .mapToObj(block -> threads.<Integer>submit(() -> {
                        block(block, Math.min(block + WORLDS_OF_A_DATABASE, first + seeds), Bug.NONE);
                        return 0;
                    }))
                    .toList();
            for (var block : blocks) {
                get(block, threads::shutdownNow);
            }
        }
        System.out.printf("%d worlds in %d ms%n", seeds, (System.nanoTime() - began) / 1_000_000);
    }

    private static void get(Future<?> block, Runnable otherwise) throws InterruptedException {
        try {
            block.get();
        } catch (ExecutionException broken) {
            otherwise.run();
            throw new AssertionError(String.valueOf(broken.getCause()), broken.getCause());
        }
    }

    /** Worlds of one database, whose book is proved at the end. */
    private void block(long from, long to, Bug bug) throws Exception {
        var commits = new Commits[1];
        var home = Files.createDirectories(folder.resolve(bug + "-" + from));
        try (var database = Database.inMemory(home, real -> commits[0] = new Commits(real))) {
            for (var seed = from; seed < to; seed++) {
                new World(seed, database, commits[0], bug).run();
            }
            assertThat(Sends.audit(database.jdbc(), java.time.InstantSource.system()))
                    .as("the book after seeds " + from + " to " + to)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aMistakeIsFound(Bug bug) throws Exception {
        for (var seed = 1L; seed <= MOST_UNTIL_A_BUG_IS_FOUND; seed++) {
            try {
                block(seed, seed + 1, bug);
            } catch (AssertionError found) {
                System.out.println(bug + " is found at seed " + seed);
                return;
            }
        }
        throw new AssertionError(bug + " was not found in " + MOST_UNTIL_A_BUG_IS_FOUND + " worlds");
    }
}
