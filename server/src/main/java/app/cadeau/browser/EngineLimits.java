package app.cadeau.browser;

import java.time.Duration;

/**
 * How lanes share engines.
 *
 * @param lanes of one engine: what dies with it. Another engine costs memory, see benchmarks/README.md
 * @param engineFor an older engine is given no further lane and ends when it carries none
 */
public record EngineLimits(int lanes, Duration engineFor) {

    public static final EngineLimits DEFAULT = new EngineLimits(8, Duration.ofHours(6));

    public EngineLimits {
        if (lanes < 1 || engineFor.isNegative()) {
            throw new IllegalArgumentException(
                    "an engine carries at least one lane for some time, not " + lanes + " for " + engineFor);
        }
    }
}
