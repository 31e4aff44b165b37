package app.cadeau.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /}: on to the page that a person begins with; who holds the key is led through the set-up first. */
@RestController
class FrontDoor {

    private final AuthStates states;
    private final Callers callers;

    FrontDoor(AuthStates states, Callers callers) {
        this.states = states;
        this.callers = callers;
    }

    @GetMapping("/")
    ResponseEntity<Void> in(HttpServletRequest request) {
        var state = states.of(callers.lenient(request).orElse(null));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(state.needsAdmin() && state.keyHolder() ? "/welcome.html" : "/gift-sender.html"))
                .build();
    }
}
