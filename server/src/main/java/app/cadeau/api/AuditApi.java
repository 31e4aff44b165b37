package app.cadeau.api;

import app.cadeau.team.AuditLine;
import app.cadeau.team.AuditTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit}: who did what, newest first. */
@RestController
class AuditApi {

    /** @param next give it as {@code before} for the page that follows; null on the last one */
    record Page(List<AuditLine> lines, @Nullable String next) {}

    private final AuditTrail audit;

    AuditApi(AuditTrail audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit")
    Page page(@RequestParam(required = false) @Nullable String before, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > 200) {
            throw new BadField("limit", "1 to 200, not " + limit);
        }
        var lines = audit.page(before, limit);
        return new Page(lines, lines.size() < limit ? null : lines.getLast().id());
    }
}
