package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.accounts.SessionVault;
import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.SendState;
import app.cadeau.sends.Sends;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** @param shut why it takes no work, or null */
    record Line(
            String name,
            boolean usedAlone,
            boolean standard,
            boolean session,
            @Nullable Shut shut) {}

    record Shut(String code, String sentence) {}

    private final Accounts accounts;
    private final SessionVault vault;
    private final Sends sends;

    AccountsApi(Accounts accounts, SessionVault vault, Sends sends) {
        this.accounts = accounts;
        this.vault = vault;
        this.sends = sends;
    }

    @GetMapping
    List<Line> list() {
        return accounts.list().stream().map(this::line).toList();
    }

    @PostMapping
    ResponseEntity<Object> add(@RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, Set.of("name", "usedAlone"));
        var name = body.requiredWord("name", AccountId::new);
        return switch (accounts.add(name, Boolean.TRUE.equals(body.flag("usedAlone")))) {
            case Accounts.New(var account) ->
                ResponseEntity.status(HttpStatus.CREATED).body(line(account));
            case Accounts.NameTaken(var account) ->
                Problems.of(HttpStatus.CONFLICT, "NAME_TAKEN", "There is an account " + account.id() + " already.");
        };
    }

    /** The body is a Playwright storage state. */
    @PutMapping("/{name}/session")
    ResponseEntity<Object> session(@PathVariable String name, @RequestBody String storageState) {
        return switch (accounts.importSession(id(name), storageState)) {
            case Accounts.SessionKept(var account) -> ResponseEntity.ok(line(account));
            case Accounts.Unreadable(var why) ->
                Problems.of(HttpStatus.BAD_REQUEST, "BAD_SESSION", "This is no Playwright storage state: " + why + ".");
        };
    }

    @PatchMapping("/{name}")
    ResponseEntity<Object> set(@PathVariable String name, @RequestBody(required = false) @Nullable String text) {
        var body = Body.read(text, Set.of("usedAlone", "standard"));
        var usedAlone = body.flag("usedAlone");
        var known = usedAlone == null || accounts.setUsedAlone(id(name), usedAlone);
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
        var reviews = sends.list(new ListQuery(null, 200, SendState.REVIEW, account.id()));
        var coins = reviews.stream().mapToLong(Receipt::coinsInDoubt).sum();
        if (coins < account.exposureCap().amount()) {
            return "";
        }
        var names = reviews.stream().map(receipt -> receipt.id().text()).collect(Collectors.joining(", "));
        return coins + " coins of account " + account.id() + " are in doubt; resolve these sends first: " + names + ".";
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Object> remove(@PathVariable String name) {
        if (sends.running().stream().anyMatch(receipt -> name.equals(receipt.account()))) {
            return Problems.of(HttpStatus.CONFLICT, "ACCOUNT_BUSY", "Account " + name + " is sending; stop it first.");
        }
        return accounts.remove(id(name)) ? ResponseEntity.noContent().build() : missing(name);
    }

    private ResponseEntity<Object> show(String name) {
        return accounts.find(id(name))
                .<ResponseEntity<Object>>map(account -> ResponseEntity.ok(line(account)))
                .orElseGet(() -> missing(name));
    }

    private Line line(Account account) {
        var shut = account.shut();
        return new Line(
                account.id().name(),
                account.usedAlone(),
                accounts.standard()
                        .filter(chosen -> chosen.id().equals(account.id()))
                        .isPresent(),
                vault.has(account.id()),
                shut == null ? null : new Shut(shut.code(), shut.sentence()));
    }

    private static AccountId id(String name) {
        return Body.read("name", name, AccountId::new);
    }

    private static ResponseEntity<Object> missing(String name) {
        return Problems.notFound("There is no account " + name + ".");
    }
}
