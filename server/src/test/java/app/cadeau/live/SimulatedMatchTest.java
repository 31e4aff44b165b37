package app.cadeau.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.live.Multiplier.Confidence;
import app.cadeau.live.Multiplier.Kind;
import app.cadeau.simulator.Programme;
import app.cadeau.simulator.Scripts;
import app.cadeau.simulator.Settings;
import app.cadeau.simulator.Simulator;
import app.cadeau.webcast.Frames;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The simulator's evening with a match: a ×3 challenge, a glove, more time and the booster of No. 2, at a hundred times. */
class SimulatedMatchTest {

    private static final StreamerName DEMO = new StreamerName("demo");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private Instant now = Instant.EPOCH;
    private final Sightings sightings = new Sightings(() -> now);

    /** A multiplier, and how many seconds of the match it was seen. */
    private record Seen(Kind kind, int value, Confidence confidence) {}

    @Test
    void everyMultiplierOfTheEveningIsSeenAsWhatItIsAndWithItsWindow() throws Exception {
        var events = evening();
        var begun = events.getFirst().saidAt();
        var lasted = second(begun, events.getLast());
        assertThat(lasted).isGreaterThan(295);
        Set<Seen> seen = new LinkedHashSet<>();
        var windows = new ArrayList<String>();
        var next = 0;
        for (var second = 0L; second <= lasted; second++) {
            now = begun.plusSeconds(second);
            sightings.heard(DEMO, null, List.of());
            while (next < events.size() && !events.get(next).saidAt().isAfter(now)) {
                sightings.heard(DEMO, null, List.of(events.get(next++)));
            }
            var told = sightings.multiplier(DEMO);
            if (seen.add(new Seen(told.kind(), told.value(), told.confidence())) && told.from() != null) {
                windows.add(told.kind() + " "
                        + Duration.between(told.from(), told.until()).toSeconds());
            }
        }
        assertThat(seen)
                .containsExactly(
                        new Seen(Kind.NONE, 1, Confidence.CERTAIN),
                        new Seen(Kind.CHALLENGE, 3, Confidence.CERTAIN),
                        // Which side a glove is for is known only where the page knows its host.
                        new Seen(Kind.GLOVE, 5, Confidence.UNKNOWN),
                        new Seen(Kind.TOP_2, 2, Confidence.UNKNOWN));
        assertThat(windows).containsExactly("CHALLENGE 30", "GLOVE 30", "TOP_2 30");
    }

    private static long second(Instant begun, MatchEvent event) {
        return Duration.between(begun, event.saidAt()).toSeconds();
    }

    /** All that the stream tells of the match, by polling as a page without a socket does. */
    private static List<MatchEvent> evening() throws Exception {
        var frames = new LiveFrames();
        var events = new ArrayList<MatchEvent>();
        try (var simulator = Simulator.start(Settings.defaults().withCrowd(0));
                var http = HttpClient.newHttpClient()) {
            var room = simulator.live("demo").roomId();
            simulator.evenings().start(new Programme(Scripts.find("battle"), 100, false));
            var cursor = "";
            var end = System.nanoTime() + WITHIN.toNanos();
            while (System.nanoTime() < end && !over(events)) {
                var address = simulator.url() + "/webcast/im/fetch/?room_id=" + room + "&cursor="
                        + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
                var body = http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                        .body();
                cursor = Frames.response(body).getCursor();
                frames.fetched(body).events().stream()
                        .filter(MatchEvent.class::isInstance)
                        .map(MatchEvent.class::cast)
                        .forEach(events::add);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return events.stream()
                .sorted((one, other) -> one.saidAt().compareTo(other.saidAt()))
                .collect(Collectors.toList());
    }

    private static boolean over(List<MatchEvent> events) {
        return events.stream()
                .anyMatch(event ->
                        event instanceof MatchEvent.Standing standing && standing.phase() == MatchEvent.Phase.OVER);
    }
}
