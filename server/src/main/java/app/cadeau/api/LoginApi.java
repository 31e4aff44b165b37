package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/accounts/NAME/login}: a window on the daemon's screen for the owner to log in by hand. */
@RestController
@RequestMapping("/api/accounts/{name}/login")
class LoginApi {

    private static final int USUAL_MINUTES = 10;
    private static final int MOST_MINUTES = 60;

    private final LoginDesk desk;
    private final AccountOwners owners;

    LoginApi(LoginDesk desk, AccountOwners owners) {
        this.desk = desk;
        this.owners = owners;
    }

    /** Opens the window and returns; the account is made when somebody has logged in. */
    @PostMapping
    ResponseEntity<Object> open(
            @PathVariable String name, @RequestBody(required = false) @Nullable String text, Caller caller) {
        var account = Body.read("name", name, AccountId::new);
        if (!owners.mayConnect(account, caller)) {
            return owners.refusal(name);
        }
        var asked = Body.read(text, Set.of("minutes")).whole("minutes");
        long minutes = asked == null ? USUAL_MINUTES : asked;
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new BadField("minutes", "1 to " + MOST_MINUTES);
        }
        if (!desk.possible()) {
            return Problems.of(HttpStatus.CONFLICT, "NO_SCREEN", desk.elsewhere(account));
        }
        return desk.begin(account, Duration.ofMinutes(minutes), caller.name())
                .<ResponseEntity<Object>>map(
                        line -> ResponseEntity.status(HttpStatus.ACCEPTED).body(line))
                .orElseGet(() ->
                        Problems.of(HttpStatus.CONFLICT, "LOGIN_OPEN", "A window is open already; close it first."));
    }

    /** How it went, or goes. */
    @GetMapping
    ResponseEntity<Object> state(@PathVariable String name) {
        return desk.of(Body.read("name", name, AccountId::new))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.notFound("Nobody was asked to log in as " + name + "."));
    }

    /** Closes the window; nothing is kept. */
    @DeleteMapping
    ResponseEntity<Object> giveUp(@PathVariable String name) {
        if (desk.of(Body.read("name", name, AccountId::new)).isPresent()) {
            desk.giveUp();
        }
        return ResponseEntity.noContent().build();
    }
}
