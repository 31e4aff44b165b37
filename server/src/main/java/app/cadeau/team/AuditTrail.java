package app.cadeau.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what. Lines are only ever added. */
@Component
public final class AuditTrail {

    /** What is worth a line. */
    public enum What {
        LOGGED_IN,
        LOGIN_FAILED,
        LOGGED_OUT,
        REFRESH_REUSED,
        SESSION_ENDED,
        MEMBER_ADDED,
        MEMBER_REMOVED,
        PASSWORD_CHANGED,
        SIGNING_KEY_ROTATED,
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        SEND_RESOLVED,
        ACCOUNT_CLEARED,
        ACCOUNT_REMOVED,
        MASTER_KEY_ROTATED,
        RESTORE_ACCEPTED,
        BUDGET_SET
    }

    private static final int DETAIL = 500;

    private final JdbcClient writes;
    private final InstantSource clock;
    private final RandomGenerator random;

    public AuditTrail(JdbcClient writes, InstantSource clock, RandomGenerator random) {
        this.writes = writes;
        this.clock = clock;
        this.random = random;
    }

    public void add(String who, What what, String subject, String detail) {
        writes.sql("insert into audit (id, at, who, what, subject, detail) values (?, ?, ?, ?, ?, ?)")
                .params(nextId(), clock.millis(), cut(who), what.name(), cut(subject), cut(detail))
                .update();
    }

    /** Newest first. @param before the id of the last one of the page before, or null; @param limit 1 to 200 */
    public List<AuditLine> page(@Nullable String before, int limit) {
        var older = before == null ? "" : "where id < :before ";
        return writes.sql("select * from audit " + older + "order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(AuditTrail::line)
                .list();
    }

    /** Twelve hexadecimal digits of the time, then chance. */
    private String nextId() {
        var hex = HexFormat.of();
        return hex.toHexDigits(clock.millis(), 12) + hex.toHexDigits(random.nextLong());
    }

    private static String cut(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                row.getString("what"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
