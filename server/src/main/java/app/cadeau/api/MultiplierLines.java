package app.cadeau.api;

import app.cadeau.live.Multiplier;
import app.cadeau.live.Multiplier.Confidence;
import app.cadeau.live.Multiplier.Kind;
import app.cadeau.live.Multiplier.Source;
import app.cadeau.live.Sightings;
import app.cadeau.live.StreamerName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of the multiplier on a LIVE. */
@Component
class MultiplierLines {

    /** When it is open, by our clock; a second or so off at either end. */
    record Window(@Nullable Instant from, @Nullable Instant until) {

        static @Nullable Window of(Multiplier told) {
            return told.from() == null && told.until() == null ? null : new Window(told.from(), told.until());
        }
    }

    /** One that is known to come. */
    record Coming(
            int value,
            Kind kind,
            @Nullable Window window,
            Source source,
            Confidence confidence,
            @Nullable Chance chance) {

        static Coming of(Multiplier told) {
            return new Coming(
                    told.value(), told.kind(), Window.of(told), told.source(), told.confidence(), Chance.of(told));
        }
    }

    /** Percent. */
    record Chance(int low, int high) {

        static @Nullable Chance of(Multiplier told) {
            return told.high() > 0 ? new Chance(told.low(), told.high()) : null;
        }
    }

    /**
     * @param value how many times a coin counts now; 1 where nothing is known to be open
     * @param window when it is open; null where none is known
     * @param chance percent of gifts that it strikes, where it is a chance
     */
    record Line(
            String streamer,
            int value,
            Kind kind,
            @Nullable Window window,
            Source source,
            Confidence confidence,
            @Nullable Chance chance,
            @Nullable Instant seenAt,
            String sentence,
            @Nullable Coming next) {}

    private final Sightings sightings;

    MultiplierLines(Sightings sightings) {
        this.sightings = sightings;
    }

    Line of(StreamerName streamer) {
        var told = sightings.multiplier(streamer);
        return new Line(
                streamer.toString(),
                told.value(),
                told.kind(),
                Window.of(told),
                told.source(),
                told.confidence(),
                Chance.of(told),
                told.seenAt(),
                sentence(told),
                sightings.next(streamer).map(Coming::of).orElse(null));
    }

    List<Line> all() {
        return sightings.streamers().stream().map(this::of).toList();
    }

    private static String sentence(Multiplier told) {
        return switch (told.kind()) {
            case NONE ->
                switch (told.confidence()) {
                    case CERTAIN, CHANCE -> "No challenge or booster of a match is open.";
                    case UNKNOWN ->
                        "Nothing is known to be open; a page of ours must be on the LIVE since before the match began.";
                };
            case CHALLENGE -> "A challenge was won: each coin counts " + told.value() + " times.";
            case GLOVE ->
                "A boosting glove is on: " + told.low() + " to " + told.high() + " % of gifts count " + told.value()
                        + " times.";
            case TOP_2 -> "Gifts of No. 2 count " + told.value() + " times; others do not.";
            case TOP_3 -> "Gifts of No. 3 count " + told.value() + " times; others do not.";
        };
    }
}
