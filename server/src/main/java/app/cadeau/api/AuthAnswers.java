package app.cadeau.api;

import app.cadeau.team.Added;
import app.cadeau.team.LoggedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How log-ins are answered: to a page by cookies, to a program by tokens. */
@Component
final class AuthAnswers {

    record Issued(
            String accessToken,
            String tokenType,
            long expiresIn,
            String refreshToken,
            long refreshExpiresIn,
            AuthState.MemberLine member) {}

    private final AuthStates states;

    AuthAnswers(AuthStates states) {
        this.states = states;
    }

    AuthState state(@Nullable Caller caller) {
        return states.of(caller);
    }

    ResponseEntity<Object> in(
            HttpServletRequest request,
            HttpServletResponse response,
            LoggedIn.In in,
            boolean cookie,
            HttpStatus status) {
        var caller = Caller.of(in.session(), cookie ? Caller.Way.COOKIE : Caller.Way.BEARER);
        if (cookie) {
            Cookies.set(request, response, in.tokens());
            return ResponseEntity.status(status).body(states.of(caller));
        }
        var tokens = in.tokens();
        return ResponseEntity.status(status)
                .body(new Issued(
                        tokens.access(),
                        "Bearer",
                        tokens.accessLives().toSeconds(),
                        tokens.refresh(),
                        tokens.refreshLives().toSeconds(),
                        AuthStates.line(caller)));
    }

    /** With cookies taken away that are good for nothing any more. */
    ResponseEntity<Object> out(HttpServletRequest request, HttpServletResponse response, String code) {
        Cookies.clear(request, response);
        return Problems.of(
                HttpStatus.UNAUTHORIZED,
                code,
                "REFRESH_REUSED".equals(code)
                        ? "This refresh token was used before; its session is over. Log in again."
                        : "This session is over. Log in again.");
    }

    static ResponseEntity<Object> tooMany(Duration wait) {
        var seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        var detail = Problems.detail(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_TRIES",
                Problems.Spent.NO,
                "Too many tries; the next one is possible in " + seconds + " s.");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.answer(detail).getBody());
    }

    static ResponseEntity<Object> refused(Added refused) {
        return switch (refused) {
            case Added.WeakPassword(var sentence) -> throw new BadField("password", sentence);
            case Added.NameTaken(var name) ->
                Problems.of(HttpStatus.CONFLICT, "NAME_TAKEN", "There is a " + name + " already.");
            case Added.AdminExists() ->
                Problems.of(HttpStatus.CONFLICT, "ADMIN_EXISTS", "There is an admin already; log in.");
            case Added.TooMany(var most) ->
                Problems.of(HttpStatus.CONFLICT, "TOO_MANY_MEMBERS", "A team has at most " + most + " members.");
            case Added.Busy() -> tooMany(Duration.ofSeconds(1));
            case Added.New made ->
                throw new IllegalStateException("member " + made.member().name() + " was added");
        };
    }
}
