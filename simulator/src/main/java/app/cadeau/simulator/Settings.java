package app.cadeau.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts. Each part is a record of its own; {@code with} methods here reach into them.
 *
 * @param port 0 takes a free one
 * @param seed the same seed gives the same chances, class names and crowd
 * @param look of the page, until the admin says otherwise
 * @param variations that are on from the start
 * @param programme the evening that begins with the simulator; null for none
 */
public record Settings(
        int port,
        long seed,
        Look look,
        List<Variation> variations,
        Cast cast,
        Pace pace,
        @Nullable Programme programme,
        Clock clock) {

    /** @param guests who is on stage beside the host */
    public record Streamer(String name, boolean onAir, List<String> guests) {
        public Streamer(String name, boolean onAir) {
            this(name, onAir, List.of());
        }
    }

    /** An account of the platform: who sends this {@code sessionid} cookie, and what it owns. */
    public record Purse(String session, String name, long coins) {}

    /** Who is there. */
    public record Cast(List<Streamer> streamers, List<Purse> purses) {}

    /**
     * How fast things come.
     *
     * @param echoGap least time between two echoes of one streak: taps in between are counted in the later one
     * @param crowdPerSecond messages of other people a second, in each LIVE on air
     */
    public record Pace(Duration echoGap, double crowdPerSecond) {}

    public static Settings defaults() {
        Cast cast = new Cast(
                List.of(new Streamer("demo", true), new Streamer("away", false)),
                List.of(
                        new Purse("sim-main", "main", 100_000),
                        new Purse("sim-second", "second", 50_000),
                        new Purse("sim-poor", "poor", 5)));
        return new Settings(
                0, 1, Look.USUAL, List.of(), cast, new Pace(Duration.ofMillis(300), 4), null, Clock.systemUTC());
    }

    public Settings withPort(int newPort) {
        return new Settings(newPort, seed, look, variations, cast, pace, programme, clock);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(port, newSeed, look, variations, cast, pace, programme, clock);
    }

    public Settings withLook(Look newLook) {
        return new Settings(port, seed, newLook, variations, cast, pace, programme, clock);
    }

    public Settings withCast(Cast newCast) {
        return new Settings(port, seed, look, variations, newCast, pace, programme, clock);
    }

    public Settings withPace(Pace newPace) {
        return new Settings(port, seed, look, variations, cast, newPace, programme, clock);
    }

    public Settings withLanguage(@Nullable String language) {
        return withLook(look.withLanguage(language));
    }

    public Settings withSkin(Skin skin) {
        return withLook(look.withSkin(skin));
    }

    /** One of the shapes of {@link Skin#SHUFFLED}; without it the seed is the shape. */
    public Settings withShape(long shape) {
        return withLook(look.withShape(shape));
    }

    public Settings withVariations(Variation... on) {
        return new Settings(port, seed, look, List.of(on), cast, pace, programme, clock);
    }

    public Settings withMergeWindow(Duration window) {
        return withLook(look.withMergeWindow(window));
    }

    public Settings withStreamer(String name, boolean onAir) {
        List<Streamer> more = new ArrayList<>(cast.streamers());
        more.add(new Streamer(name, onAir));
        return withCast(new Cast(List.copyOf(more), cast.purses()));
    }

    /** Puts guests on the stage of a streamer, who is on air. */
    public Settings withGuests(String streamer, String... guests) {
        List<Streamer> more = new ArrayList<>(cast.streamers());
        more.removeIf(one -> one.name().equals(streamer));
        more.add(new Streamer(streamer, true, List.of(guests)));
        return withCast(new Cast(List.copyOf(more), cast.purses()));
    }

    /** Adds an account, or replaces the one with this name. */
    public Settings withPurse(String session, String name, long coins) {
        List<Purse> more = new ArrayList<>(cast.purses());
        more.removeIf(purse -> purse.name().equals(name));
        more.add(new Purse(session, name, coins));
        return withCast(new Cast(cast.streamers(), List.copyOf(more)));
    }

    public Settings withEchoGap(Duration gap) {
        return withPace(new Pace(gap, pace.crowdPerSecond()));
    }

    public Settings withCrowd(double perSecond) {
        return withPace(new Pace(pace.echoGap(), perSecond));
    }

    /** The evening begins with the simulator, at its own speed, once. */
    public Settings withScript(Script script) {
        return withScript(script, 1, false);
    }

    /** @param speed 1 to 100 */
    public Settings withScript(Script script, int speed, boolean loop) {
        return new Settings(port, seed, look, variations, cast, pace, new Programme(script, speed, loop), clock);
    }
}
