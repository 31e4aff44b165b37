package app.cadeau.sends;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many sends may be at work at once: as many as its owner says, or a guess that {@link Carried} learns from. */
@Component
final class Admission {

    /** A guess to begin with, by {@code ./cadeau bench lanes}: a core carries so many lanes at 12 a second. */
    private static final int LANES_OF_A_CORE = 2;

    private static final long MEBIBYTE = 1 << 20;

    /** Measured by the same: the daemon with its first engine, and each lane. Half of the memory is left to others. */
    private static final long FIRST = 700 * MEBIBYTE;

    private static final long EACH = 150 * MEBIBYTE;

    private final int set;
    private final int supporters;
    private final int guess;
    private final int most;

    /** @param set by the owner; 0 for what the machine carries */
    @Autowired
    Admission(@Value("${cadeau.lanes}") int set, @Value("${cadeau.accounts-of-a-streamer}") int supporters) {
        this(set, supporters, Runtime.getRuntime().availableProcessors(), system().getTotalMemorySize());
    }

    Admission(int set, int supporters, int cores, long memory) {
        this.set = set;
        this.supporters = supporters;
        most = (int) Math.max(1, (memory / 2 - FIRST) / EACH);
        guess = Math.max(1, cores * LANES_OF_A_CORE);
    }

    /** How many accounts may support one streamer on a real site. */
    int supporters() {
        return supporters;
    }

    Carried carried() {
        return set > 0 ? Carried.fixed(set) : Carried.learned(guess, most, system()::getCpuLoad);
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
