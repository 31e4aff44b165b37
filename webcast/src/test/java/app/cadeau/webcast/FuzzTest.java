package app.cadeau.webcast;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few seconds in every build, ten minutes with {@code ./mvnw -pl webcast test -Pfuzz}. A failure names its seed. */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final long SECONDS = Long.getLong("fuzz.seconds", 3);

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedFramesAreAnErrorOrMessagesAndNothingElse() {
        System.out.println("fuzz.seed=" + SEED + " for " + SECONDS + " s");
        Fuzzer fuzzer = new Fuzzer(SEED);
        fuzzer.run(SECONDS, Long.MAX_VALUE);
        System.out.println(fuzzer.report());
    }
}
