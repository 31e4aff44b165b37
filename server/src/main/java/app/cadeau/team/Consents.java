package app.cadeau.team;

import app.cadeau.money.Coins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which real platforms are let in. What is not here is refused. */
@Component
public final class Consents {

    private final JdbcClient writes;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final InstantSource clock;
    /** Asked before each page and each send; one daemon works on a database, so it is true. */
    private final Map<String, Optional<Consent>> known = new ConcurrentHashMap<>();

    public Consents(JdbcClient writes, TransactionTemplate transaction, AuditTrail audit, InstantSource clock) {
        this.writes = writes;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Consent> to(String host) {
        return known.computeIfAbsent(host.toLowerCase(Locale.ROOT), this::read);
    }

    /** Whether the consent to a host was given for this account too; one that was added later wants a new one. */
    public boolean covers(String host, String account) {
        return to(host).filter(consent -> consent.accounts().contains(account)).isPresent();
    }

    /** An account is removed: another one of its name is another one. */
    public void forget(String account) {
        var all = writes.sql("select * from consents").query(Consents::consent).list();
        for (var consent : all) {
            if (consent.accounts().contains(account)) {
                var others = consent.accounts().stream()
                        .filter(name -> !name.equals(account))
                        .toList();
                writes.sql("update consents set accounts = ? where host = ?")
                        .params(String.join(",", others), consent.host())
                        .update();
                known.remove(consent.host());
            }
        }
    }

    /** @param beside what is written with it: the budget that keeps the cap */
    public Consent give(String host, Coins dailyCap, MemberName by, List<String> accounts, Runnable beside) {
        var consent = new Consent(host.toLowerCase(Locale.ROOT), dailyCap, by, clock.instant(), accounts);
        transaction.executeWithoutResult(status -> {
            writes.sql("""
                    insert into consents (host, daily_cap, by_member, at, accounts) values (?, ?, ?, ?, ?)
                    on conflict (host) do update set daily_cap = excluded.daily_cap, by_member = excluded.by_member,
                        at = excluded.at, accounts = excluded.accounts""")
                    .params(
                            consent.host(),
                            dailyCap.amount(),
                            by.text(),
                            consent.at().toEpochMilli(),
                            String.join(",", accounts))
                    .update();
            beside.run();
            audit.add(
                    by.text(),
                    AuditTrail.What.CONSENT_GIVEN,
                    consent.host(),
                    Coins.inWords(dailyCap.amount()) + " a day; accounts " + String.join(", ", accounts));
        });
        known.remove(consent.host());
        return consent;
    }

    /** From the next page and the next send on; false when there was none. */
    public boolean withdraw(String host, String by) {
        var gone = writes.sql("delete from consents where host = ?")
                        .param(host.toLowerCase(Locale.ROOT))
                        .update()
                == 1;
        known.remove(host.toLowerCase(Locale.ROOT));
        if (gone) {
            audit.add(by, AuditTrail.What.CONSENT_WITHDRAWN, host, "");
        }
        return gone;
    }

    private Optional<Consent> read(String host) {
        return writes.sql("select * from consents where host = ?")
                .param(host)
                .query(Consents::consent)
                .optional();
    }

    private static Consent consent(ResultSet row, int number) throws SQLException {
        var accounts = row.getString("accounts");
        return new Consent(
                row.getString("host"),
                Coins.of(row.getLong("daily_cap")),
                new MemberName(row.getString("by_member")),
                Instant.ofEpochMilli(row.getLong("at")),
                accounts.isEmpty() ? List.of() : List.of(accounts.split(",")));
    }
}
