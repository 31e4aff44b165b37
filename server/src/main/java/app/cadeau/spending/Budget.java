package app.cadeau.spending;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent.
 *
 * @param subject the account or {@code @streamer} that it is for; "" means each of the scope
 * @param coins at most so many, or at least, for a floor; null for no limit
 */
public record Budget(
        Scope scope,
        String subject,
        Period period,
        @Nullable Long coins) {

    public enum Scope {
        /** Over all accounts together. */
        ALL,
        ACCOUNT,
        STREAMER
    }

    public enum Period {
        /** One send. */
        SEND,
        /** The last 60 minutes. */
        HOUR,
        /** Since midnight, in the owner's zone. */
        DAY,
        /** Since the first of the month, in the owner's zone. */
        MONTH,
        /** Not a sum but the least that a send must leave in the wallet. */
        FLOOR
    }

    public Budget {
        if (coins != null && coins < 0) {
            throw new IllegalArgumentException("a budget cannot be negative: " + coins);
        }
        if (scope == Scope.ALL && !subject.isEmpty()) {
            throw new IllegalArgumentException("a budget over all names no subject: " + subject);
        }
    }

    /** The first instant whose spending counts under this budget. */
    Instant since(Instant now, ZoneId zone) {
        return switch (period) {
            case SEND, FLOOR -> now;
            case HOUR -> now.minus(Duration.ofHours(1));
            case DAY -> now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
            case MONTH ->
                now.atZone(zone).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
        };
    }

    String name() {
        var whose = switch (scope) {
            case ALL -> "";
            case ACCOUNT -> subject.isEmpty() ? " of each account" : " of account " + subject;
            case STREAMER -> subject.isEmpty() ? " for each streamer" : " for " + subject;
        };
        return switch (period) {
            case SEND -> "the budget of one send" + whose;
            case HOUR -> "the budget of an hour" + whose;
            case DAY -> "the budget of a day" + whose;
            case MONTH -> "the budget of a month" + whose;
            case FLOOR -> "the floor of the balance" + whose;
        };
    }
}
