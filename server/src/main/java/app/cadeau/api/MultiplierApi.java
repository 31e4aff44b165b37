package app.cadeau.api;

import app.cadeau.live.StreamerName;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/multiplier/@name}: what a gift counts there now, as far as a page of ours heard it. Opens nothing. */
@RestController
class MultiplierApi {

    private final MultiplierLines lines;

    MultiplierApi(MultiplierLines lines) {
        this.lines = lines;
    }

    @GetMapping("/api/multiplier/{name}")
    MultiplierLines.Line multiplier(@PathVariable String name) {
        return lines.of(Body.read("name", name, StreamerName::new));
    }
}
