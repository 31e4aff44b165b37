package app.cadeau.api;

import app.cadeau.sends.Accepted;
import app.cadeau.sends.Sends;
import app.cadeau.sends.Waiting;
import app.cadeau.storage.Backups;
import app.cadeau.storage.Kept;
import app.cadeau.storage.Restored;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Copies of the database, and a person's word on one that was put back. */
@RestController
class StorageApi {

    private static final int MOST_REASON = 500;

    record Copied(String file, long bytes, Instant at) {}

    /**
     * @param restored whether the database may not be the newest; then nothing is sent
     * @param waiting sends that wait for a person to say whether they may go
     */
    record State(
            boolean restored,
            @Nullable String cause,
            @Nullable String sentence,
            @Nullable Instant since,
            int waiting,
            List<String> reviews) {}

    private final Backups backups;
    private final Sends sends;

    StorageApi(Backups backups, Sends sends) {
        this.backups = backups;
        this.sends = sends;
    }

    /** Writes a checked copy to a file of this machine; it must not exist yet. */
    @PostMapping("/api/backup")
    ResponseEntity<Object> backup(@RequestBody(required = false) @Nullable String text) {
        var file = Body.read(text, Set.of("file")).requiredWord("file", StorageApi::path);
        return switch (backups.write(file)) {
            case Kept.Copied(var copy, var bytes, var at) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Copied(copy.toString(), bytes, at));
            case Kept.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "NO_BACKUP", why);
            case Kept.NotOurs(var why) -> Problems.of(HttpStatus.CONFLICT, "NO_BACKUP", why);
            case Kept.PutBack impossible -> throw new IllegalStateException("a copy was put back, not made");
        };
    }

    private static Path path(String text) {
        try {
            var path = Path.of(text);
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("an absolute path is wanted");
            }
            return path.normalize();
        } catch (InvalidPathException unreadable) {
            throw new IllegalArgumentException("this is no path", unreadable);
        }
    }

    @GetMapping("/api/restored")
    State restored() {
        return sends.restored().map(this::state).orElseGet(() -> new State(false, null, null, null, 0, List.of()));
    }

    private State state(Restored restored) {
        return new State(
                true,
                restored.cause().name(),
                restored.sentence(),
                restored.at(),
                sends.waiting(),
                sends.reviews().stream().map(receipt -> receipt.id().text()).toList());
    }

    @PostMapping("/api/restored/accept")
    ResponseEntity<Object> accept(@RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, Set.of("waiting", "reason"));
        var reason = body.requiredText("reason");
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            throw new BadField("reason", "1 to 500 characters; it is kept");
        }
        var waiting = body.word("waiting", StorageApi::waiting);
        return switch (sends.accept(waiting, reason)) {
            case Accepted.Done done -> ResponseEntity.ok(done);
            case Accepted.NothingRestored nothing ->
                Problems.of(HttpStatus.CONFLICT, "NOT_RESTORED", "This database was not put back; nothing waits.");
            case Accepted.SayWhatWaits(var sends) ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "SAY_WHAT_WAITS",
                        (sends == 1 ? "1 send" : sends + " sends")
                                + " waited when the copy was made and may have been sent since: say whether to"
                                + " stop them or to send them (--waiting stop|send).");
        };
    }

    private static Waiting waiting(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "send" -> Waiting.SEND;
            case "stop" -> Waiting.STOP;
            default -> throw new IllegalArgumentException("send or stop is wanted");
        };
    }
}
