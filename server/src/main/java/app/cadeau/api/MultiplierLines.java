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

    /** @param chance percent of gifts that it strikes, where it is a chance */
    record Window(
            int value,
            Kind kind,
            @Nullable Instant from,
            @Nullable Instant until,
            Source source,
            Confidence confidence,
            @Nullable Chance chance) {

        static Window of(Multiplier told) {
            return new Window(
                    told.value(),
                    told.kind(),
                    told.from(),
                    told.until(),
                    told.source(),
                    told.confidence(),
                    told.high() > 0 ? new Chance(told.low(), told.high()) : null);
        }
    }

    /** Percent. */
    record Chance(int low, int high) {}

    /**
     * @param value how many times a coin counts now; 1 where nothing is known to be open
     * @param next the next window that is known to come
     */
    record Line(
            String streamer,
            int value,
            Kind kind,
            @Nullable Instant from,
            @Nullable Instant until,
            Source source,
            Confidence confidence,
            @Nullable Chance chance,
            @Nullable Instant seenAt,
            String sentence,
            @Nullable Window next) {}

    private final Sightings sightings;

    MultiplierLines(Sightings sightings) {
        this.sightings = sightings;
    }

    Line of(StreamerName streamer) {
        var told = sightings.multiplier(streamer);
        var now = Window.of(told);
        return new Line(
                streamer.toString(),
                now.value(),
                now.kind(),
                now.from(),
                now.until(),
                now.source(),
                now.confidence(),
                now.chance(),
                told.seenAt(),
                sentence(told),
                sightings.next(streamer).map(Window::of).orElse(null));
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
