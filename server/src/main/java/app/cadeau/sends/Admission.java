package app.cadeau.sends;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many sends may be at work at once: as many as the machine carries at full pace, or as its owner says. */
@Component
final class Admission {

    /** Measured by {@code ./cadeau bench lanes}: a core carries so many lanes at 12 a second. */
    private static final int LANES_OF_A_CORE = 2;

    private final int lanes;
    private final int supporters;

    /** @param set by the owner; 0 for what the machine carries */
    Admission(@Value("${cadeau.lanes}") int set, @Value("${cadeau.accounts-of-a-streamer}") int supporters) {
        this.supporters = supporters;
        lanes = set > 0 ? set : Math.max(1, Runtime.getRuntime().availableProcessors() * LANES_OF_A_CORE);
    }

    /** How many accounts may support one streamer on a real site. */
    int supporters() {
        return supporters;
    }

    int lanes() {
        return lanes;
    }
}
