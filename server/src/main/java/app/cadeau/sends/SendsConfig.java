package app.cadeau.sends;

import java.time.Duration;

/** The limits of a send; each is explained in docs/architecture.md and by rule of the house. */
record SendsConfig(
        Duration burst,
        Duration answerWithin,
        Duration echoWithin,
        Duration loopPatience,
        Duration settleWithin,
        Duration pressWithoutRequest,
        Duration exposureSpan,
        Duration openWithin,
        Duration prepareWithin,
        Duration pausePatience,
        Duration stopWithin,
        Duration lookWithin,
        int unseenPresses,
        int unseenPressesMerged,
        int reselections,
        int queueLength,
        int mostSupporters,
        Duration supportersCountedFor) {

    static final SendsConfig DEFAULT = new SendsConfig(
            Duration.ofMillis(250),
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(25),
            3,
            12,
            20,
            10_000,
            3,
            Duration.ofDays(30));

    /** @param most accounts that may support one streamer on a real site */
    SendsConfig withMostSupporters(int most) {
        return new SendsConfig(
                burst,
                answerWithin,
                echoWithin,
                loopPatience,
                settleWithin,
                pressWithoutRequest,
                exposureSpan,
                openWithin,
                prepareWithin,
                pausePatience,
                stopWithin,
                lookWithin,
                unseenPresses,
                unseenPressesMerged,
                reselections,
                queueLength,
                most,
                supportersCountedFor);
    }
}
