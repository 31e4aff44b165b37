package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.Sends;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holds the queue back, as a whole or for one account, and lets it go on. What runs is not touched. */
@RestController
class QueueApi {

    /** @param held this daemon only looks or stops, and begins no send; nobody paused it */
    record Queue(int waiting, boolean paused, boolean held, List<String> pausedAccounts) {

        static Queue of(Sends sends) {
            return new Queue(
                    sends.waiting(),
                    sends.paused(),
                    sends.held(),
                    sends.pausedAccounts().stream().map(AccountId::name).toList());
        }
    }

    private final Sends sends;
    private final Accounts accounts;

    QueueApi(Sends sends, Accounts accounts) {
        this.sends = sends;
        this.accounts = accounts;
    }

    @PostMapping("/api/queue/pause")
    ResponseEntity<Object> pause(@RequestBody(required = false) @Nullable String text) {
        return change(text, sends::pause);
    }

    @PostMapping("/api/queue/resume")
    ResponseEntity<Object> resume(@RequestBody(required = false) @Nullable String text) {
        return change(text, sends::resume);
    }

    private ResponseEntity<Object> change(@Nullable String text, Consumer<Optional<AccountId>> change) {
        var account = account(text);
        if (account.isPresent() && accounts.find(account.get()).isEmpty()) {
            return Problems.notFound("There is no account " + account.get().name() + ".");
        }
        change.accept(account);
        return ResponseEntity.ok(Queue.of(sends));
    }

    private static Optional<AccountId> account(@Nullable String text) {
        return Optional.ofNullable(Body.read(text, Set.of("account")).word("account", AccountId::new));
    }
}
