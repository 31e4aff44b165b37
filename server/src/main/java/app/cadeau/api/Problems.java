package app.cadeau.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Errors as RFC 9457 tells them, with a code for programs and whether coins may have been spent. */
final class Problems {

    /** Whether this call may have spent coins. */
    enum Spent {
        NO,
        YES,
        UNKNOWN
    }

    private Problems() {}

    static ResponseEntity<Object> of(HttpStatus status, String code, String sentence) {
        return answer(detail(status, code, Spent.NO, sentence));
    }

    static ResponseEntity<Object> notFound(String sentence) {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND", sentence);
    }

    static ResponseEntity<Object> withChoices(HttpStatus status, String code, String sentence, List<?> choices) {
        var detail = detail(status, code, Spent.NO, sentence);
        if (!choices.isEmpty()) {
            detail.setProperty("choices", choices);
        }
        return answer(detail);
    }

    static ProblemDetail detail(HttpStatus status, String code, Spent spent, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setProperty("code", code);
        detail.setProperty("spent", spent.name().toLowerCase(java.util.Locale.ROOT));
        return detail;
    }

    static ResponseEntity<Object> answer(ProblemDetail detail) {
        var request = RequestContextHolder.getRequestAttributes();
        if (detail.getInstance() == null && request instanceof ServletRequestAttributes about) {
            detail.setInstance(URI.create(about.getRequest().getRequestURI()));
        }
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
