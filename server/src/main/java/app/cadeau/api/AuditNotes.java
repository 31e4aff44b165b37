package app.cadeau.api;

import app.cadeau.team.AuditTrail;
import app.cadeau.team.AuditTrail.What;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes into the audit trail who did what of the calls that change what others rely on, once they were done. */
@Component
final class AuditNotes implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AuditNotes.class);

    /** An attribute of a request: what its line of the audit trail tells besides who and what. */
    private static final String DETAIL = AuditNotes.class.getName() + ".detail";

    /** @param call method and path; its group is the subject */
    private record Noted(Pattern call, What what) {}

    private static final List<Noted> NOTED = List.of(
            noted("POST /api/sends/([^/]+)/resolve", What.SEND_RESOLVED),
            noted("POST /api/accounts/([^/]+)/clear", What.ACCOUNT_CLEARED),
            noted("DELETE /api/accounts/([^/]+)", What.ACCOUNT_REMOVED),
            noted("POST /api/accounts/([^/]+)/remove", What.ACCOUNT_REMOVED),
            noted("POST /api/master-key/rotate()", What.MASTER_KEY_ROTATED),
            noted("POST /api/restored/accept()", What.RESTORE_ACCEPTED),
            noted("PUT /api/budgets()", What.BUDGET_SET));

    private final AuditTrail audit;

    AuditNotes(AuditTrail audit) {
        this.audit = audit;
    }

    /** Says of the call at hand what its line will tell. */
    static void tell(HttpServletRequest request, String detail) {
        request.setAttribute(DETAIL, detail);
    }

    private static Noted noted(String call, What what) {
        return new Noted(Pattern.compile(call), what);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        var caller = Caller.of(request);
        if (caller == null || response.getStatus() >= 300) {
            return;
        }
        var call = request.getMethod() + " " + request.getRequestURI();
        for (var noted : NOTED) {
            var fits = noted.call().matcher(call);
            if (fits.matches()) {
                write(
                        caller,
                        noted.what(),
                        fits.group(1),
                        Objects.requireNonNullElse(request.getAttribute(DETAIL), ""));
            }
        }
    }

    /** It was done already; that the line is missing is said in the log. */
    private void write(Caller caller, What what, String subject, Object detail) {
        try {
            audit.add(caller.name(), what, subject, detail.toString());
        } catch (DataAccessException unwritable) {
            log.error("{} by {} of {} is not in the audit trail", what, caller.name(), subject, unwritable);
        }
    }
}
