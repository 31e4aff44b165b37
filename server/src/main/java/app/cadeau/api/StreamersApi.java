package app.cadeau.api;

import app.cadeau.live.StreamerName;
import app.cadeau.streamers.Streamers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/streams}: the favourite streamers, and whether they are on air. */
@RestController
@RequestMapping("/api/streams")
class StreamersApi {

    /** @param outcome LOOKED, STILL_GOOD, LATER or NOT_SEEN */
    record Checked(OnAirChecks.Outcome outcome, String sentence, StreamLines.Line stream) {}

    private final Streamers streamers;
    private final StreamLines lines;
    private final OnAirChecks checks;

    StreamersApi(Streamers streamers, StreamLines lines, OnAirChecks checks) {
        this.streamers = streamers;
        this.lines = lines;
        this.checks = checks;
    }

    /** As last seen; whoever asks has the one that was seen longest ago looked at again, beside this call. */
    @GetMapping
    List<StreamLines.Line> list() {
        checks.refreshOldest();
        return lines.all();
    }

    @PutMapping("/{name}")
    ResponseEntity<Object> keep(@PathVariable String name, @RequestBody(required = false) @Nullable String text) {
        var note = Body.read(text, Set.of("note")).text("note");
        if (note != null && note.length() > Streamers.LONGEST_NOTE) {
            throw new BadField("note", "500 characters at most");
        }
        var streamer = name(name);
        return switch (streamers.keep(streamer, note)) {
            case NEW -> ResponseEntity.status(HttpStatus.CREATED).body(lines.of(streamer));
            case CHANGED -> ResponseEntity.ok(lines.of(streamer));
            case TOO_MANY ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "TOO_MANY_STREAMERS",
                        "There are " + Streamers.MOST + " favourites already; remove one first.");
        };
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Object> remove(@PathVariable String name) {
        return streamers.remove(name(name)) ? ResponseEntity.noContent().build() : missing(name);
    }

    /** Looks now, unless somebody did within the last minute. Opens the LIVE and presses nothing. */
    @PostMapping("/{name}/check")
    ResponseEntity<Object> check(@PathVariable String name) {
        var known = streamers.find(name(name));
        if (known.isEmpty()) {
            return missing(name);
        }
        var result = checks.check(known.get());
        return lines.of(known.get().name())
                .<ResponseEntity<Object>>map(
                        line -> ResponseEntity.ok(new Checked(result.outcome(), result.sentence(), line)))
                .orElseGet(() -> missing(name));
    }

    private static StreamerName name(String text) {
        return Body.read("name", text, StreamerName::new);
    }

    private static ResponseEntity<Object> missing(String name) {
        return Problems.notFound("There is no favourite streamer " + name + ".");
    }
}
