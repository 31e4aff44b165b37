package app.cadeau.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /error}: where the server sends what nobody answered. Who asks for it finds nothing. */
@RestController
final class LostErrors implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return Problems.notFound("There is no page error.");
        }
        var told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = Objects.requireNonNullElse(
                told instanceof Integer code ? HttpStatus.resolve(code) : null, HttpStatus.INTERNAL_SERVER_ERROR);
        return status.is4xxClientError()
                ? Problems.of(status, Faults.code(status), "The call cannot be understood.")
                : Problems.answer(Problems.detail(status, "INTERNAL", Faults.spent(request), Faults.INSIDE));
    }
}
