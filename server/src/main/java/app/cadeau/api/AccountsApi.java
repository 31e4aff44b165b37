package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.money.Coins;
import app.cadeau.sends.Sends;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/accounts}. Sessions come in and never go out. */
@RestController
@RequestMapping("/api/accounts")
class AccountsApi {

    private static final int MOST_REASON = 500;
    private static final long MOST_CAP = 1_000_000;

    private final Accounts accounts;
    private final AccountLines lines;
    private final AccountCheck checks;
    private final Removal removal;
    private final Sends sends;
    private final AccountOwners owners;

    AccountsApi(
            Accounts accounts,
            AccountLines lines,
            AccountCheck checks,
            Removal removal,
            Sends sends,
            AccountOwners owners) {
        this.owners = owners;
        this.accounts = accounts;
        this.lines = lines;
        this.checks = checks;
        this.removal = removal;
        this.sends = sends;
    }

    @GetMapping
    List<AccountLines.Line> list() {
        return accounts.list().stream().map(lines::of).toList();
    }

    @GetMapping("/{name}")
    ResponseEntity<Object> one(@PathVariable String name) {
        return show(name);
    }

    /**
     * Restores the session in a clean context and asks the platform whose it is. Presses nothing.
     *
     * @param outcome LOGGED_IN, LOGGED_OUT, CHALLENGED or NOT_CHECKED
     */
    record CheckedLine(AccountCheck.Outcome outcome, String sentence, AccountLines.Line account) {}

    @PostMapping("/{name}/check")
    ResponseEntity<Object> check(@PathVariable String name) {
        var account = accounts.find(id(name));
        if (account.isEmpty()) {
            return missing(name);
        }
        var result = checks.check(account.get());
        var after = accounts.find(id(name)).orElse(account.get());
        return ResponseEntity.ok(new CheckedLine(result.outcome(), result.sentence(), lines.of(after)));
    }

    @PostMapping
    ResponseEntity<Object> add(@RequestBody(required = false) @Nullable String text, Caller caller) {
        var body = Body.read(text, Set.of("name", "usedAlone"));
        var name = body.requiredWord("name", AccountId::new);
        return switch (accounts.add(name, Boolean.TRUE.equals(body.flag("usedAlone")), caller.name())) {
            case Accounts.New(var account) ->
                ResponseEntity.status(HttpStatus.CREATED).body(lines.of(account));
            case Accounts.NameTaken(var account) ->
                Problems.of(HttpStatus.CONFLICT, "NAME_TAKEN", "There is an account " + account.id() + " already.");
        };
    }

    /** The body is a Playwright storage state. */
    @PutMapping("/{name}/session")
    ResponseEntity<Object> session(@PathVariable String name, @RequestBody String storageState, Caller caller) {
        if (!owners.mayConnect(id(name), caller)) {
            return owners.refusal(name);
        }
        return switch (accounts.importSession(id(name), storageState, caller.name())) {
            case Accounts.SessionKept(var account) -> ResponseEntity.ok(lines.of(account));
            case Accounts.Unreadable(var why) ->
                Problems.of(HttpStatus.BAD_REQUEST, "BAD_SESSION", "This is no Playwright storage state: " + why + ".");
        };
    }

    @PatchMapping("/{name}")
    ResponseEntity<Object> set(@PathVariable String name, @RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, Set.of("usedAlone", "standard", "exposureCap"));
        var usedAlone = body.flag("usedAlone");
        var known = usedAlone == null || accounts.setUsedAlone(id(name), usedAlone);
        var cap = body.whole("exposureCap");
        if (cap != null && (cap < 1 || cap > MOST_CAP)) {
            throw new BadField("exposureCap", "1 to " + MOST_CAP + " coins");
        }
        if (known && cap != null) {
            known = accounts.setExposureCap(id(name), Coins.of(cap));
        }
        if (known && Boolean.TRUE.equals(body.flag("standard"))) {
            known = accounts.makeStandard(id(name));
        }
        return known ? show(name) : missing(name);
    }

    @PostMapping("/{name}/clear")
    ResponseEntity<Object> clear(@PathVariable String name, @RequestBody(required = false) @Nullable String text) {
        var reason = Body.read(text, Set.of("reason")).requiredText("reason");
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            throw new BadField("reason", "1 to 500 characters; it is kept");
        }
        var account = accounts.find(id(name));
        if (account.isEmpty()) {
            return missing(name);
        }
        var restored = sends.restored();
        if (restored.isPresent()) {
            return Problems.of(HttpStatus.CONFLICT, "RESTORED", restored.get().sentence());
        }
        var doubts = doubts(account.get());
        if (!doubts.isEmpty()) {
            return Problems.of(HttpStatus.CONFLICT, "REVIEWS_FIRST", doubts);
        }
        return accounts.clear(id(name), reason)
                ? show(name)
                : Problems.of(HttpStatus.CONFLICT, "NOT_SHUT", "Account " + name + " is open.");
    }

    /** Which sends must be resolved before the account may work again, or an empty text. */
    private String doubts(Account account) {
        var reviews = lines.doubts(account);
        return reviews.isEmpty()
                ? ""
                : Coins.inWords(AccountLines.coins(reviews)) + " of account " + account.id()
                        + (AccountLines.coins(reviews) == 1 ? " is" : " are") + " in doubt; resolve these sends first: "
                        + String.join(", ", AccountLines.ids(reviews)) + ".";
    }

    /** Wipes the account; 204, or why not. */
    @DeleteMapping("/{name}")
    ResponseEntity<Object> remove(@PathVariable String name) {
        var answer = removeTelling(name);
        return answer.getStatusCode().is2xxSuccessful()
                ? ResponseEntity.noContent().build()
                : answer;
    }

    /** The same, and tells what was wiped and what stays. */
    @PostMapping("/{name}/remove")
    ResponseEntity<Object> removeTelling(@PathVariable String name) {
        var account = accounts.find(id(name));
        if (account.isEmpty()) {
            return missing(name);
        }
        return switch (removal.remove(account.get())) {
            case Removal.Gone gone -> ResponseEntity.ok(gone);
            case Removal.Refused(var code, var why) -> Problems.of(HttpStatus.CONFLICT, code, why);
        };
    }

    private ResponseEntity<Object> show(String name) {
        return accounts.find(id(name))
                .<ResponseEntity<Object>>map(account -> ResponseEntity.ok(lines.of(account)))
                .orElseGet(() -> missing(name));
    }

    private static AccountId id(String name) {
        return Body.read("name", name, AccountId::new);
    }

    private static ResponseEntity<Object> missing(String name) {
        return Problems.notFound("There is no account " + name + ".");
    }
}
