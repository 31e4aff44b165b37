package app.cadeau.api;

import app.cadeau.sends.Sends;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive: it answers. Ready: recovery is over and the queue is open. No login, no detail. */
@RestController
class HealthApi {

    record Status(String status) {}

    private final Sends sends;

    HealthApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping("/api/health/live")
    Status live() {
        return new Status("UP");
    }

    @GetMapping("/api/health/ready")
    ResponseEntity<Status> ready() {
        return sends.isRunning()
                ? ResponseEntity.ok(new Status("UP"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Status("DOWN"));
    }
}
