package app.cadeau.api;

import app.cadeau.sends.JournalLine;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Resolved;
import app.cadeau.sends.SendId;
import app.cadeau.sends.Sends;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/sends}: receipts, their journals, and the settling of what is in REVIEW. */
@RestController
@RequestMapping("/api/sends")
class SendsApi {

    private static final int MOST_LINES = 5_000;

    /** @param next give it as {@code cursor} for the page that follows; null on the last one */
    record Page(List<Receipt> sends, @Nullable SendId next) {}

    /** A line of the journal; its own fields stand beside these. */
    record Line(
            int seq, Instant at, String kind, @JsonAnyGetter Map<String, Object> fields) {

        static Line of(JournalLine line) {
            return new Line(line.seq(), line.at(), line.kind(), line.fields());
        }
    }

    private final Sends sends;

    SendsApi(Sends sends) {
        this.sends = sends;
    }

    @GetMapping
    ResponseEntity<Page> list(SendPage page, SendFilter filter, HttpServletRequest request) {
        var query = filter.query(page);
        var receipts = sends.list(query);
        var next = receipts.size() < query.limit() ? null : receipts.getLast().id();
        var answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, NextPage.link(request, "cursor", next.text()));
        }
        return answer.body(new Page(receipts, next));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> show(@PathVariable String id) {
        return sends.receipt(id(id))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> missing(id));
    }

    /** What was armed, asked, answered and seen, in the order in which it became known. */
    @GetMapping("/{id}/journal")
    ResponseEntity<Object> journal(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int after,
            @RequestParam(defaultValue = "5000") int limit,
            HttpServletRequest request) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new BadField("limit", "1 to 5000, not " + limit);
        }
        if (sends.receipt(id(id)).isEmpty()) {
            return missing(id);
        }
        var lines = sends.journal(id(id), after, limit).stream().map(Line::of).toList();
        var answer = ResponseEntity.ok();
        if (lines.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    NextPage.link(
                            request, "after", String.valueOf(lines.getLast().seq())));
        }
        return answer.body(lines);
    }

    /** What was kept of the page; empty when there was no need to. */
    @GetMapping("/{id}/evidence")
    ResponseEntity<Object> evidence(@PathVariable String id) {
        var send = id(id);
        return sends.receipt(send).isEmpty() ? missing(id) : ResponseEntity.ok(sends.evidence(send));
    }

    @PostMapping("/{id}/resolve")
    ResponseEntity<Object> resolve(
            @PathVariable String id, @RequestBody(required = false) @Nullable String text, Caller caller) {
        var body = Body.read(text, Set.of("landed", "reason"));
        return switch (sends.resolve(id(id), body.requiredInt("landed"), body.requiredText("reason"), caller.name())) {
            case Resolved.Settled(var receipt) -> ResponseEntity.ok(receipt);
            case Resolved.NoSuchSend() -> missing(id);
            case Resolved.Wrong(var field, var sentence) -> throw new BadField(field, sentence);
            case Resolved.NotPossible(var sentence) -> Problems.of(HttpStatus.CONFLICT, "NOT_POSSIBLE", sentence);
        };
    }

    private static SendId id(String text) {
        return Body.read("id", text, SendId::new);
    }

    private static ResponseEntity<Object> missing(String id) {
        return Problems.notFound("There is no send " + id + ".");
    }
}
