package app.cadeau.api;

import app.cadeau.sends.Sends;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive: it answers. Ready: recovery is over and the queue is open. No login, no detail. */
@RestController
class HealthApi {

    private final Sends sends;

    HealthApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping("/api/health/live")
    Map<String, String> live() {
        return Map.of("status", "UP");
    }

    @GetMapping("/api/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        return sends.isRunning()
                ? ResponseEntity.ok(Map.of("status", "UP"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "DOWN"));
    }
}
