package app.cadeau.api;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.money.Coins;
import app.cadeau.spending.Budget;
import app.cadeau.spending.Budgets;
import app.cadeau.team.Consent;
import app.cadeau.team.Consents;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/consent}: the risks of the real platform, and the owner's word that they are taken. */
@RestController
@RequestMapping("/api/consent")
class ConsentApi {

    private static final long MOST_COINS = 10_000_000;
    private static final List<String> ATTESTED = List.of("adult", "ownAccounts", "noRefunds", "accountRisk");

    /** @param needed sends go to a real site; @param host of it, null for a site of this machine; accountsMissing came later and want a new consent */
    record State(
            boolean needed,
            boolean given,
            @Nullable String host,
            List<Risks.Risk> risks,
            List<String> refuses,
            @Nullable Long dailyCap,
            @Nullable String attestedBy,
            @Nullable Instant at,
            List<String> accountsAttested,
            List<String> accountsMissing) {}

    private final Target target;
    private final Consents consents;
    private final Accounts accounts;
    private final Budgets budgets;

    ConsentApi(Target target, Consents consents, Accounts accounts, Budgets budgets) {
        this.target = target;
        this.consents = consents;
        this.accounts = accounts;
        this.budgets = budgets;
    }

    @GetMapping
    State state(Locale locale) {
        var given = target.consent();
        return new State(
                target.isReal(),
                given.isPresent(),
                target.isReal() ? target.host() : null,
                Risks.in(locale),
                Risks.refuses(locale),
                given.map(consent -> consent.dailyCap().amount()).orElse(null),
                given.map(consent -> consent.by().text()).orElse(null),
                given.map(Consent::at).orElse(null),
                given.map(Consent::accounts).orElse(List.of()),
                given.map(this::missing).orElse(List.of()));
    }

    private List<String> missing(Consent consent) {
        return names().stream()
                .filter(name -> !consent.accounts().contains(name))
                .toList();
    }

    private List<String> names() {
        return accounts.list().stream().map(Account::id).map(AccountId::name).toList();
    }

    /** The daily cap becomes the budget of a day over all accounts. */
    @PostMapping
    ResponseEntity<Object> give(@RequestBody(required = false) @Nullable String text, Caller caller, Locale locale) {
        var body = Body.read(text, Set.of("host", "dailyCap", "adult", "ownAccounts", "noRefunds", "accountRisk"));
        if (!target.isReal()) {
            return Problems.of(
                    HttpStatus.CONFLICT, "NOT_NEEDED", "Sends go to a site of this machine; it needs no consent.");
        }
        if (!"https".equals(target.url().getScheme())) {
            return Problems.of(HttpStatus.CONFLICT, "NOT_POSSIBLE", "A real site is let in by https only.");
        }
        if (!target.host().equalsIgnoreCase(body.requiredText("host"))) {
            throw new BadField("host", "sends go to " + target.host() + ", and consent is to that host");
        }
        for (var field : ATTESTED) {
            if (!Boolean.TRUE.equals(body.flag(field))) {
                throw new BadField(field, "must be true: it is your own word");
            }
        }
        var cap = body.whole("dailyCap");
        if (cap == null || cap < 1 || cap > MOST_COINS) {
            throw new BadField("dailyCap", "1 to " + MOST_COINS + " coins a day are wanted");
        }
        var day = new Budget(Budget.Scope.ALL, "", Budget.Period.DAY, cap);
        consents.give(target.host(), Coins.of(cap), caller.member(), names(), () -> budgets.set(day));
        return ResponseEntity.status(HttpStatus.CREATED).body(state(locale));
    }

    @DeleteMapping
    ResponseEntity<Object> withdraw(Caller caller) {
        return consents.withdraw(target.host(), caller.name())
                ? ResponseEntity.noContent().build()
                : Problems.notFound("There is no consent to " + target.host() + ".");
    }
}
