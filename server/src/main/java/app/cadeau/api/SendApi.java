package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.NewCampaign;
import app.cadeau.sends.NewSend;
import app.cadeau.sends.Quoted;
import app.cadeau.sends.Reason;
import app.cadeau.sends.SendId;
import app.cadeau.sends.Sends;
import app.cadeau.sends.Submitted;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/send}: one send for each idempotency key, for ever. */
@RestController
class SendApi {

    private static final Set<String> FIELDS = OrderReading.fieldsAnd("dryRun", "accounts");

    private final Sends sends;
    private final Target target;
    private final CampaignsApi campaigns;
    private final Accounts accounts;
    /** Keys of calls that are being handled: never more than there are calls. */
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    SendApi(Sends sends, Target target, CampaignsApi campaigns, Accounts accounts) {
        this.accounts = accounts;
        this.sends = sends;
        this.target = target;
        this.campaigns = campaigns;
    }

    @PostMapping("/api/send")
    ResponseEntity<Object> send(
            @RequestBody(required = false) @Nullable String text,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header,
            Caller caller) {
        var body = Body.read(text, FIELDS);
        var order = OrderReading.of(body).by(caller.name());
        var all = body.has("accounts") ? CampaignsApi.order(order, body) : null;
        var key = IdempotencyKey.of(header);
        var refusal = target.refusal(senders(order, all));
        if (refusal != null) {
            return Problems.of(HttpStatus.FORBIDDEN, Reason.Code.CONSENT_NEEDED.name(), refusal);
        }
        if (Boolean.TRUE.equals(body.flag("dryRun"))) {
            return all == null ? quote(sends.dryRun(order)) : campaigns.quote(all, sends::dryRun);
        }
        var hash = IdempotencyKey.hash(body.canonical("dryRun"));
        return once(key, () -> all == null ? answer(sends.submit(order, key, hash)) : campaigns.spread(all, key, hash));
    }

    /** The accounts of an order; one that is not there is refused for that. */
    private List<AccountId> senders(NewSend order, @Nullable NewCampaign all) {
        var meant = all != null
                ? all.accounts()
                : Optional.ofNullable(order.account())
                        .or(() -> accounts.standard().map(Account::id))
                        .stream()
                        .toList();
        return meant.stream()
                .filter(account -> accounts.find(account).isPresent())
                .toList();
    }

    private ResponseEntity<Object> once(@Nullable String key, Supplier<ResponseEntity<Object>> work) {
        if (key == null) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "IDEMPOTENCY_KEY_MISSING",
                    "Send an Idempotency-Key, a new one for each order that you mean: with it a repeated call stays one"
                            + " send.");
        }
        if (!inProgress.add(key)) {
            return Problems.of(
                    HttpStatus.CONFLICT,
                    "IDEMPOTENCY_IN_PROGRESS",
                    "The first call with this key is still being handled; repeat it in a moment to get its send.");
        }
        try {
            return work.get();
        } finally {
            inProgress.remove(key);
        }
    }

    private static ResponseEntity<Object> answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Accepted(var receipt, var replayed) -> {
                var answer = ResponseEntity.status(replayed ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .location(URI.create("/api/sends/" + receipt.id().text()));
                yield (replayed ? answer.header(IdempotencyKey.REPLAYED, "true") : answer).body(receipt);
            }
            case Submitted.KeyReused(var earlier) -> reused(earlier);
            case Submitted.Refused(var reason, var choices) -> Refusing.because(reason, choices);
        };
    }

    static ResponseEntity<Object> reused(SendId earlier) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This key belongs to another order, send " + earlier + ".");
    }

    private static ResponseEntity<Object> quote(Quoted quoted) {
        return switch (quoted) {
            case Quoted.Known(var quote) -> ResponseEntity.ok(quote);
            case Quoted.Refused(var reason, var choices) -> Refusing.because(reason, choices);
        };
    }
}
