package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Resolved;
import app.cadeau.sends.SendId;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sends}: receipts, and the settling of what is in REVIEW. */
@RestController
@RequestMapping("/api/sends")
class SendsApi {

    /** @param next give it as {@code before} for the page that follows; null on the last one */
    record Page(List<Receipt> sends, @Nullable SendId next) {}

    private final Sends sends;

    SendsApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable SendState state,
            @RequestParam(required = false) @Nullable String account) {
        if (limit < 1 || limit > 200) {
            throw new BadField("limit", "1 to 200, not " + limit);
        }
        var receipts = sends.list(new ListQuery(
                before == null ? null : Body.read("before", before, SendId::new),
                limit,
                state,
                account == null ? null : Body.read("account", account, AccountId::new)));
        return new Page(
                receipts, receipts.size() < limit ? null : receipts.getLast().id());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> show(@PathVariable String id) {
        return sends.receipt(Body.read("id", id, SendId::new))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.notFound("There is no send " + id + "."));
    }

    /** What was kept of the page; empty when there was no need to. */
    @GetMapping("/{id}/evidence")
    ResponseEntity<Object> evidence(@PathVariable String id) {
        var send = Body.read("id", id, SendId::new);
        return sends.receipt(send).isEmpty()
                ? Problems.notFound("There is no send " + id + ".")
                : ResponseEntity.ok(sends.evidence(send));
    }

    @PostMapping("/{id}/resolve")
    ResponseEntity<Object> resolve(@PathVariable String id, @RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, Set.of("landed", "reason"));
        var send = Body.read("id", id, SendId::new);
        return switch (sends.resolve(send, body.requiredInt("landed"), body.requiredText("reason"), "owner")) {
            case Resolved.Settled(var receipt) -> ResponseEntity.ok(receipt);
            case Resolved.NoSuchSend() -> Problems.notFound("There is no send " + id + ".");
            case Resolved.Wrong(var field, var sentence) -> throw new BadField(field, sentence);
            case Resolved.NotPossible(var sentence) -> Problems.of(HttpStatus.CONFLICT, "NOT_POSSIBLE", sentence);
        };
    }
}
