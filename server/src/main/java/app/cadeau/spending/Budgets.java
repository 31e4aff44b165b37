package app.cadeau.spending;

import app.cadeau.money.Coins;
import app.cadeau.spending.Budget.Period;
import app.cadeau.spending.Budget.Scope;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be spent. Reserved coins and coins in doubt count as spent: a budget is never passed by what is not proved. */
@Component
public final class Budgets {

    /** From the first day, until the owner says otherwise. */
    public static final List<Budget> DEFAULTS = List.of(
            new Budget(Scope.ALL, "", Period.SEND, 50_000L),
            new Budget(Scope.ALL, "", Period.HOUR, 100_000L),
            new Budget(Scope.ALL, "", Period.DAY, 200_000L),
            new Budget(Scope.ALL, "", Period.MONTH, 1_000_000L));

    private final JdbcClient writes;
    private final LedgerRows rows;
    private final InstantSource clock;
    private final ZoneId zone;

    public Budgets(JdbcClient writes, InstantSource clock, ZoneId zone) {
        this.writes = writes;
        this.rows = new LedgerRows(writes);
        this.clock = clock;
        this.zone = zone;
    }

    /** Every budget there is: the owner's, and the defaults that they did not change. */
    public List<Budget> list() {
        var all = new ArrayList<>(writes.sql("select * from budgets order by scope, subject")
                .query((row, number) -> {
                    var coins = row.getLong("coins");
                    var lifted = row.wasNull(); // of the column that was read last
                    return new Budget(
                            Scope.valueOf(row.getString("scope")),
                            row.getString("subject"),
                            Period.valueOf(row.getString("period")),
                            lifted ? null : coins);
                })
                .list());
        DEFAULTS.stream()
                .filter(usual -> all.stream().noneMatch(own -> sameAs(own, usual)))
                .forEach(all::add);
        // The nearest limit speaks first.
        return all.stream().sorted(Comparator.comparing(Budget::period)).toList();
    }

    private static boolean sameAs(Budget one, Budget other) {
        return one.scope() == other.scope() && one.subject().equals(other.subject()) && one.period() == other.period();
    }

    /** Sets a budget; null coins lift it. */
    public void set(Budget budget) {
        // The type is told: PostgreSQL cannot guess it of a null.
        writes.sql("""
                insert into budgets (scope, subject, period, coins) values (:scope, :subject, :period, :coins)
                on conflict (scope, subject, period) do update set coins = excluded.coins""")
                .param("scope", budget.scope().name())
                .param("subject", budget.subject())
                .param("period", budget.period().name())
                .param("coins", budget.coins(), Types.BIGINT)
                .update();
    }

    /** What refuses these coins now. Floors are asked of {@link #floor}: they need a fresh reading. */
    public Optional<Refusal> refusal(String account, String streamer, long coins) {
        for (var budget : list()) {
            var most = budget.coins();
            if (most != null && budget.period() != Period.FLOOR && meant(budget, account, streamer)) {
                var used = used(budget, account, streamer);
                if (coins > most - used) {
                    return Optional.of(new Refusal(budget, used, coins));
                }
            }
        }
        return Optional.empty();
    }

    /** What refuses to leave so little of this balance. */
    public Optional<Refusal> floor(String account, Coins balance, long coins) {
        for (var budget : list()) {
            var least = budget.coins();
            if (least != null
                    && budget.period() == Period.FLOOR
                    && meant(budget, account, "")
                    && balance.amount() - coins < least) {
                return Optional.of(new Refusal(budget, balance.amount(), coins));
            }
        }
        return Optional.empty();
    }

    private static boolean meant(Budget budget, String account, String streamer) {
        return switch (budget.scope()) {
            case ALL -> true;
            case ACCOUNT -> budget.subject().isEmpty() || budget.subject().equals(account);
            case STREAMER -> budget.subject().isEmpty() || budget.subject().equals(streamer);
        };
    }

    private long used(Budget budget, String account, String streamer) {
        if (budget.period() == Period.SEND) {
            return 0;
        }
        var since = budget.since(clock.instant(), zone);
        return switch (budget.scope()) {
            case ALL -> rows.used("", "", since);
            case ACCOUNT -> rows.used(account, "", since);
            case STREAMER -> rows.used("", streamer, since);
        };
    }
}
