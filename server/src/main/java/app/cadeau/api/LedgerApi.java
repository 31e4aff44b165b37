package app.cadeau.api;

import app.cadeau.accounts.AccountId;
import app.cadeau.accounts.Accounts;
import app.cadeau.sends.Sends;
import app.cadeau.spending.Balance;
import app.cadeau.spending.Flaw;
import app.cadeau.spending.Ledger;
import app.cadeau.spending.Statement;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The book of coins: what each account owns, its daily statement, and the proof that all of it ties. */
@RestController
class LedgerApi {

    /** @param ties whether every entry, every send and every balance agree; else {@code flaws} says where they do not */
    record Verified(boolean ties, List<Flaw> flaws) {}

    private final Accounts accounts;
    private final Sends sends;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;

    LedgerApi(Accounts accounts, Sends sends, Ledger ledger, InstantSource clock, ZoneId zone) {
        this.accounts = accounts;
        this.sends = sends;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/api/balance")
    List<Balance> balances() {
        return accounts.list().stream()
                .map(account -> ledger.balance(account.id().name()))
                .toList();
    }

    @GetMapping("/api/ledger/verify")
    Verified verify() {
        var flaws = sends.audit();
        return new Verified(flaws.isEmpty(), flaws);
    }

    /** @param day like 2026-11-22, in the owner's zone; today when left out */
    @GetMapping("/api/ledger/statement")
    ResponseEntity<Object> statement(
            @RequestParam String account, @RequestParam(required = false) @Nullable String day) {
        var known = accounts.find(Body.read("account", account, AccountId::new));
        return known.isEmpty()
                ? Problems.notFound("There is no account " + account + ".")
                : ResponseEntity.ok(of(account, day(day)));
    }

    private Statement of(String account, LocalDate day) {
        return ledger.statement(account, day, zone);
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text == null ? LocalDate.ofInstant(clock.instant(), zone) : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new BadField("day", "a day like 2026-11-22 is wanted");
        }
    }
}
