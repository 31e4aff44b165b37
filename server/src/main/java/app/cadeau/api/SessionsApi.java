package app.cadeau.api;

import app.cadeau.team.Changed;
import app.cadeau.team.Entry;
import app.cadeau.team.Session;
import app.cadeau.team.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members do about their own log-ins: see and end them, change their password. */
@RestController
@RequestMapping("/api/auth")
class SessionsApi {

    record Line(String id, Instant createdAt, Instant lastUsedAt, String userAgent, boolean current) {

        static Line of(Session session, Caller caller) {
            var own = caller.session();
            return new Line(
                    session.id(),
                    session.madeAt(),
                    session.usedAt(),
                    session.userAgent(),
                    own != null && own.id().equals(session.id()));
        }
    }

    private final Sessions sessions;
    private final Entry entry;
    private final Addresses addresses;

    SessionsApi(Sessions sessions, Entry entry, Addresses addresses) {
        this.sessions = sessions;
        this.entry = entry;
        this.addresses = addresses;
    }

    @GetMapping("/sessions")
    List<Line> list(Caller caller) {
        return sessions.of(caller.member()).stream()
                .map(session -> Line.of(session, caller))
                .toList();
    }

    @DeleteMapping("/sessions/{id}")
    ResponseEntity<Object> end(@PathVariable String id, Caller caller) {
        return sessions.end(caller.member(), id)
                ? ResponseEntity.noContent().build()
                : Problems.notFound("You have no such session.");
    }

    @PostMapping("/password")
    ResponseEntity<Object> password(
            @RequestBody(required = false) @Nullable String text, Caller caller, HttpServletRequest request) {
        var body = Body.read(text, Set.of("old", "new"));
        var session = caller.session();
        if (session == null || caller.member().isOwner()) {
            return Problems.of(HttpStatus.CONFLICT, "NO_PASSWORD", "The owner of the machine has no password here.");
        }
        var from = addresses.from(request);
        return switch (entry.change(session, body.requiredText("old"), body.requiredText("new"), from)) {
            case Changed.Done() -> ResponseEntity.noContent().build();
            case Changed.WrongPassword() ->
                Problems.of(HttpStatus.FORBIDDEN, "WRONG_PASSWORD", "The old password is wrong.");
            case Changed.WeakPassword(var sentence) -> throw new BadField("new", sentence);
            case Changed.TooMany(var wait) -> AuthAnswers.tooMany(wait);
        };
    }
}
