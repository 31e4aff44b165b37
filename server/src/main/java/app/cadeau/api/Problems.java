package app.cadeau.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

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

    /** Before there is a dispatcher: an answer that names its call, and leaves the connection to be closed by who must. */
    static void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail detail, JsonMapper json)
            throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        detail.setInstance(instance(request.getRequestURI()));
        json.writeValue(response.getOutputStream(), detail);
    }

    /** Null for what no address can be. */
    private static @Nullable URI instance(@Nullable String path) {
        try {
            return path == null ? null : URI.create(path);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** The call itself, also where the server has sent it on to its page of errors. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    static ResponseEntity<Object> answer(ProblemDetail detail) {
        var request = RequestContextHolder.getRequestAttributes();
        if (detail.getInstance() == null && request instanceof ServletRequestAttributes about) {
            detail.setInstance(instance(asked(about.getRequest())));
        }
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
