package app.cadeau.api;

import app.cadeau.storage.StorageTrouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns whatever went wrong with a call into a problem; no trace of a stack leaves the daemon. It comes before Spring's
 * own, whose problems have no code.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Faults {

    static final String INSIDE = "Something went wrong inside the daemon; its log tells more.";

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final Map<Integer, String> CODES =
            Map.of(400, "BAD_REQUEST", 404, "NOT_FOUND", 405, "METHOD_NOT_ALLOWED", 415, "NOT_JSON", 406, "NOT_JSON");

    @ExceptionHandler
    ResponseEntity<Object> badField(BadField bad) {
        var detail = Problems.detail(
                HttpStatus.BAD_REQUEST, "BAD_FIELD", Problems.Spent.NO, String.valueOf(bad.getMessage()));
        detail.setProperty("field", bad.field());
        return Problems.answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<Object> badParameter(MethodArgumentTypeMismatchException bad) {
        return badField(new BadField(bad.getName(), "\"" + bad.getValue() + "\" cannot be understood"));
    }

    @ExceptionHandler
    ResponseEntity<Object> anything(Exception failed, HttpServletRequest request) {
        if (failed instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return Problems.of(status(known.getStatusCode()), code(known.getStatusCode()), sentence(known));
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failed);
        var get = "GET".equals(request.getMethod());
        var storage = StorageTrouble.of(failed);
        if (storage.isPresent()) {
            return storage(storage.get(), get);
        }
        return Problems.answer(Problems.detail(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", spent(request), INSIDE));
    }

    /** Who only reads spends nothing; what else failed may have done its work. */
    static Problems.Spent spent(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? Problems.Spent.NO : Problems.Spent.UNKNOWN;
    }

    private static ResponseEntity<Object> storage(StorageTrouble trouble, boolean get) {
        return Problems.answer(Problems.detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "STORAGE_" + trouble.name(),
                get || trouble.wroteNothing() ? Problems.Spent.NO : Problems.Spent.UNKNOWN,
                trouble.sentence()));
    }

    private static HttpStatus status(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.BAD_REQUEST : status;
    }

    static String code(HttpStatusCode status) {
        return CODES.getOrDefault(status.value(), "BAD_REQUEST");
    }

    private static String sentence(ErrorResponse known) {
        var detail = known.getBody().getDetail();
        return detail == null ? "The call cannot be understood." : detail;
    }
}
