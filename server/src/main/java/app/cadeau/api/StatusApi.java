package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Sends;
import app.cadeau.storage.Restored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}: the daemon, its lanes, its queue, what runs and what ran last. */
@RestController
class StatusApi {

    private static final int LAST = 10;

    /** @param restored why nothing is sent until a person has looked at the whole database, or null */
    record Status(
            DaemonLine daemon,
            @Nullable String restored,
            List<Lane> lanes,
            QueueApi.Queue queue,
            List<Receipt> running,
            List<Receipt> last) {}

    /** @param live base of the LIVE site that sends go to */
    record DaemonLine(String version, Instant startedAt, String live) {}

    /** @param work SENDING, IDLE or SHUT; {@code send} is what it works on */
    record Lane(
            String account,
            String work,
            @Nullable String send,
            @Nullable String shut) {}

    private final Accounts accounts;
    private final Sends sends;
    private final Target target;
    private final PageKeys pageKeys;
    private final Instant startedAt;

    StatusApi(Accounts accounts, Sends sends, Target target, PageKeys pageKeys, InstantSource clock) {
        this.accounts = accounts;
        this.sends = sends;
        this.target = target;
        this.pageKeys = pageKeys;
        this.startedAt = clock.instant();
    }

    @GetMapping("/api/status")
    Status status() {
        var running = sends.running();
        var version = Optional.ofNullable(StatusApi.class.getPackage().getImplementationVersion());
        return new Status(
                new DaemonLine(version.orElse("dev"), startedAt, target.url().toString()),
                sends.restored().map(Restored::sentence).orElse(null),
                accounts.list().stream().map(account -> lane(account, running)).toList(),
                QueueApi.Queue.of(sends),
                running,
                sends.list(new ListQuery(null, LAST, null, null)));
    }

    /** A key for the pages that works once: open {@code /?key=…} in a browser. */
    @PostMapping("/api/page-key")
    Map<String, String> pageKey() {
        return Map.of("key", pageKeys.newKey());
    }

    private static Lane lane(Account account, List<Receipt> running) {
        var name = account.id().name();
        var shut = account.shut();
        var send = running.stream()
                .filter(receipt -> name.equals(receipt.account()))
                .map(receipt -> receipt.id().text())
                .findFirst();
        if (shut != null) {
            return new Lane(name, "SHUT", send.orElse(null), shut.code() + ": " + shut.sentence());
        }
        return new Lane(name, send.isPresent() ? "SENDING" : "IDLE", send.orElse(null), null);
    }
}
