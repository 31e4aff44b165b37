package app.cadeau.api;

import app.cadeau.team.Added;
import app.cadeau.team.Entry;
import app.cadeau.team.LoggedIn;
import app.cadeau.team.Member;
import app.cadeau.team.MemberName;
import app.cadeau.team.Members;
import app.cadeau.team.Refreshed;
import app.cadeau.team.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/auth}: log-in, its going on and its end, and the first admin. */
@RestController
@RequestMapping("/api/auth")
class AuthApi {

    record KeyId(String kid) {}

    private final Entry entry;
    private final Members members;
    private final Sessions sessions;
    private final AuthAnswers answers;
    private final Callers callers;
    private final Csrf csrf;
    private final Addresses addresses;

    AuthApi(
            Entry entry,
            Members members,
            Sessions sessions,
            AuthAnswers answers,
            Callers callers,
            Csrf csrf,
            Addresses addresses) {
        this.entry = entry;
        this.members = members;
        this.sessions = sessions;
        this.answers = answers;
        this.callers = callers;
        this.csrf = csrf;
        this.addresses = addresses;
    }

    @GetMapping("/state")
    AuthState state(HttpServletRequest request) {
        return answers.state(callers.lenient(request).orElse(null));
    }

    @PostMapping("/login")
    ResponseEntity<Object> logIn(
            @RequestBody(required = false) @Nullable String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var body = Body.read(text, Set.of("name", "password", "cookie"));
        var cookie = Boolean.TRUE.equals(body.flag("cookie"));
        var from = addresses.from(request);
        var name = body.requiredText("name");
        return switch (entry.logIn(name, body.requiredText("password"), from, agent(request))) {
            case LoggedIn.In in -> answers.in(request, response, in, cookie, HttpStatus.OK);
            case LoggedIn.Wrong() ->
                Problems.of(HttpStatus.UNAUTHORIZED, "WRONG_LOGIN", "The name or the password is wrong.");
            case LoggedIn.TooMany(var wait) -> AuthAnswers.tooMany(wait);
        };
    }

    @PostMapping("/refresh")
    ResponseEntity<Object> refresh(
            @RequestBody(required = false) @Nullable String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var given = Body.read(text, Set.of("refreshToken")).text("refreshToken");
        var token = given != null ? given : Cookies.refresh(request);
        if (token == null) {
            return Problems.of(HttpStatus.UNAUTHORIZED, "LOGIN_NEEDED", "There is no refresh token.");
        }
        if (given == null && !csrf.fromUs(request)) {
            return Problems.of(HttpStatus.FORBIDDEN, "CSRF", "This call does not come from our own page.");
        }
        return switch (sessions.refresh(token, given == null)) {
            case Refreshed.Anew(var session, var tokens) ->
                answers.in(request, response, new LoggedIn.In(session, tokens), given == null, HttpStatus.OK);
            case Refreshed.Overtaken(var session) ->
                ResponseEntity.ok(answers.state(Caller.of(session, Caller.Way.COOKIE)));
            case Refreshed.Reused() -> answers.out(request, response, "REFRESH_REUSED");
            case Refreshed.Unknown() -> answers.out(request, response, "LOGIN_NEEDED");
        };
    }

    @PostMapping("/logout")
    ResponseEntity<Object> logOut(
            @RequestBody(required = false) @Nullable String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        var everywhere =
                Boolean.TRUE.equals(Body.read(text, Set.of("everywhere")).flag("everywhere"));
        var session = callers.lenient(request).flatMap(caller -> Optional.ofNullable(caller.session()));
        if (Cookies.refresh(request) != null && !csrf.fromUs(request)) {
            return Problems.of(HttpStatus.FORBIDDEN, "CSRF", "This call does not come from our own page.");
        }
        session.ifPresent(known -> {
            if (everywhere) {
                sessions.endAll(known.member(), null);
            } else {
                sessions.end(known.member(), known.id());
            }
        });
        Cookies.clear(request, response);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/first-admin")
    ResponseEntity<Object> firstAdmin(
            @RequestBody(required = false) @Nullable String text,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var body = Body.read(text, Set.of("name", "password", "cookie"));
        var cookie = Boolean.TRUE.equals(body.flag("cookie"));
        var name = Objects.requireNonNull(body.requiredWord("name", MemberName::new));
        return switch (members.addFirst(name, body.requiredText("password"), caller.name())) {
            case Added.New(Member member) ->
                answers.in(request, response, sessions.begin(member, agent(request)), cookie, HttpStatus.CREATED);
            case Added refused -> AuthAnswers.refused(refused);
        };
    }

    @PostMapping("/signing-key/rotate")
    KeyId rotate(Caller caller) {
        return new KeyId(sessions.rotateSigningKey(caller.name()));
    }

    private static String agent(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }
}
