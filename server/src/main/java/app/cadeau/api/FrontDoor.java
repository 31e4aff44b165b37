package app.cadeau.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /}: on to the page that a person begins with. */
@RestController
class FrontDoor {

    @GetMapping("/")
    ResponseEntity<Void> in() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/gift-sender.html"))
                .build();
    }
}
