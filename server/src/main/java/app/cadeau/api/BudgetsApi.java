package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import app.cadeau.spending.Budget;
import app.cadeau.spending.Budget.Period;
import app.cadeau.spending.Budget.Scope;
import app.cadeau.spending.Budgets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/budgets}: what may be spent. */
@RestController
@RequestMapping("/api/budgets")
class BudgetsApi {

    private final Budgets budgets;
    private final Target target;

    BudgetsApi(Budgets budgets, Target target) {
        this.budgets = budgets;
        this.target = target;
    }

    @GetMapping
    List<Budget> list() {
        return budgets.list();
    }

    /** Sets one budget; {@code coins} null or left out lifts it. */
    @PutMapping
    List<Budget> set(@RequestBody(required = false) @Nullable String text, HttpServletRequest request) {
        var body = Body.read(text, Set.of("scope", "subject", "period", "coins"));
        var scope = body.requiredWord("scope", name -> oneOf(Scope.values(), name));
        var period = body.requiredWord("period", name -> oneOf(Period.values(), name));
        var given = Objects.requireNonNullElse(body.text("subject"), "");
        var subject = given.isEmpty() ? "" : Body.read("subject", given, name -> subject(scope, name));
        var budget = Body.read("coins", subject, name -> new Budget(scope, name, period, body.whole("coins")));
        keepCap(budget);
        budgets.set(budget);
        AuditNotes.tell(
                request,
                (scope == Scope.ALL ? "all" : subject) + ", " + period + ": "
                        + (budget.coins() == null ? "no limit" : Coins.inWords(budget.coins())));
        return budgets.list();
    }

    /** Only who governs may raise what was consented to, and by a new consent. */
    private void keepCap(Budget budget) {
        var coins = budget.coins();
        target.consent()
                .filter(consent -> budget.scope() == Scope.ALL && budget.period() == Period.DAY)
                .filter(consent -> coins == null || coins > consent.dailyCap().amount())
                .ifPresent(consent -> {
                    throw new BadField(
                            "coins",
                            "the consent to " + consent.host() + " caps a day at "
                                    + consent.dailyCap().amount()
                                    + "; consent anew to raise it (`cadeau consent`, or the settings page)");
                });
    }

    private static String subject(Scope scope, String name) {
        return switch (scope) {
            case ALL -> throw new IllegalArgumentException("a budget over all names nobody");
            case ACCOUNT -> new AccountId(name).name();
            case STREAMER -> new StreamerName(name).toString();
        };
    }

    private static <E extends Enum<E>> E oneOf(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + Arrays.toString(all) + " is wanted"));
    }
}
