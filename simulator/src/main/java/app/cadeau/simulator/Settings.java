package app.cadeau.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts.
 *
 * @param port 0 takes a free one
 * @param seed the same seed gives the same chances, class names and crowd
 * @param language of the page, "en" or "fr"; null follows the browser. {@code ?lang=} wins over both
 * @param mergeWindow presses within it become one request; zero sends one request a press. {@code ?merge=} wins
 * @param echoGap least time between two echoes of one streak: taps in between are counted in the later one
 * @param crowdPerSecond messages of other people a second, in each LIVE on air
 */
public record Settings(
        int port,
        long seed,
        @Nullable String language,
        List<Streamer> streamers,
        List<Purse> purses,
        Duration mergeWindow,
        Duration echoGap,
        double crowdPerSecond,
        Clock clock) {

    public record Streamer(String name, boolean onAir) {}

    /** An account of the platform: who sends this {@code sessionid} cookie, and what it owns. */
    public record Purse(String session, String name, long coins) {}

    public static Settings defaults() {
        return new Settings(
                0,
                1,
                null,
                List.of(new Streamer("demo", true), new Streamer("away", false)),
                List.of(
                        new Purse("sim-main", "main", 100_000),
                        new Purse("sim-second", "second", 50_000),
                        new Purse("sim-poor", "poor", 5)),
                Duration.ZERO,
                Duration.ofMillis(300),
                4,
                Clock.systemUTC());
    }

    public Settings withPort(int newPort) {
        return new Settings(newPort, seed, language, streamers, purses, mergeWindow, echoGap, crowdPerSecond, clock);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(port, newSeed, language, streamers, purses, mergeWindow, echoGap, crowdPerSecond, clock);
    }

    public Settings withLanguage(@Nullable String newLanguage) {
        return new Settings(port, seed, newLanguage, streamers, purses, mergeWindow, echoGap, crowdPerSecond, clock);
    }

    public Settings withStreamer(String name, boolean onAir) {
        List<Streamer> more = new ArrayList<>(streamers);
        more.add(new Streamer(name, onAir));
        return new Settings(
                port, seed, language, List.copyOf(more), purses, mergeWindow, echoGap, crowdPerSecond, clock);
    }

    /** Adds an account, or replaces the one with this name. */
    public Settings withPurse(String session, String name, long coins) {
        List<Purse> more = new ArrayList<>(purses);
        more.removeIf(purse -> purse.name().equals(name));
        more.add(new Purse(session, name, coins));
        return new Settings(
                port, seed, language, streamers, List.copyOf(more), mergeWindow, echoGap, crowdPerSecond, clock);
    }

    public Settings withMergeWindow(Duration window) {
        return new Settings(port, seed, language, streamers, purses, window, echoGap, crowdPerSecond, clock);
    }

    public Settings withEchoGap(Duration gap) {
        return new Settings(port, seed, language, streamers, purses, mergeWindow, gap, crowdPerSecond, clock);
    }

    public Settings withCrowd(double perSecond) {
        return new Settings(port, seed, language, streamers, purses, mergeWindow, echoGap, perSecond, clock);
    }
}
