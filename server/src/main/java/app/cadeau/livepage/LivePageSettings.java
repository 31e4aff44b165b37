package app.cadeau.livepage;

import java.net.URI;
import java.time.Duration;

/**
 * Where LIVEs are and how long things may take.
 *
 * @param site base of the LIVE site; only one on this machine is opened until consent is recorded
 * @param factsWithin what a LIVE is must be known this long after its page set out
 * @param unreadLimit an answer unread for longer shuts the gate
 * @param warmFor how long a page that was closed stays open for the next send to its LIVE
 * @param newsLimit news that may wait for the send; beyond it the page counts as gone
 */
public record LivePageSettings(URI site, Duration factsWithin, Duration unreadLimit, Duration warmFor, int newsLimit) {

    public LivePageSettings {
        if (newsLimit < 100) {
            throw new IllegalArgumentException("the queue of news holds at least 100, not " + newsLimit);
        }
    }

    public static LivePageSettings of(URI site) {
        return new LivePageSettings(site, Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(3), 20_000);
    }
}
