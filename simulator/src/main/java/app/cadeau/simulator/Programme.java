package app.cadeau.simulator;

/**
 * What is played from the start.
 *
 * @param speed 1 to 100: how many seconds of the evening pass in one
 * @param loop whether it begins again when it is over
 */
public record Programme(Script script, int speed, boolean loop) {

    static final int FASTEST = 100;
    static final int MESSAGES_A_SECOND = 500;

    public Programme {
        if (speed < 1 || speed > FASTEST) {
            throw new IllegalArgumentException("speed " + speed + " does not fit; it is 1 to " + FASTEST);
        }
        if (script.crowd().rate() * speed > MESSAGES_A_SECOND) {
            throw new IllegalArgumentException(
                    "the crowd of %2$s would say more than %3$d messages a second at speed %1$d, and may say at most %3$d; lower the speed or the rate"
                            .formatted(speed, script.name(), MESSAGES_A_SECOND));
        }
    }
}
