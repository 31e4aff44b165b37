package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.sends.Sends;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holds the queue back, as a whole or for one account, and lets it go on. What runs is not touched. */
@RestController
class QueueApi {

    record Queue(int waiting, boolean paused) {}

    private final Sends sends;

    QueueApi(Sends sends) {
        this.sends = sends;
    }

    @PostMapping("/api/queue/pause")
    Queue pause(@RequestBody(required = false) @Nullable String text) {
        sends.pause(account(text));
        return queue();
    }

    @PostMapping("/api/queue/resume")
    Queue resume(@RequestBody(required = false) @Nullable String text) {
        sends.resume(account(text));
        return queue();
    }

    private Queue queue() {
        return new Queue(sends.waiting(), sends.paused());
    }

    private static Optional<AccountId> account(@Nullable String text) {
        return Optional.ofNullable(Body.read(text, Set.of("account")).word("account", AccountId::new));
    }
}
