package app.cadeau.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions and their refresh tokens, as the tables have them. */
final class SessionRows {

    /** @param usedAt null while it was never used */
    record Refresh(String session, @Nullable Instant usedAt) {}

    private static final String SELECT =
            "select s.*, m.role from member_sessions s left join members m on m.name = s.member ";

    private final JdbcClient writes;

    SessionRows(JdbcClient writes) {
        this.writes = writes;
    }

    void insert(Session session) {
        writes.sql("""
                insert into member_sessions (id, member, made_at, used_at, ends_at, user_agent)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        session.id(),
                        session.member().text(),
                        session.madeAt().toEpochMilli(),
                        session.usedAt().toEpochMilli(),
                        session.endsAt().toEpochMilli(),
                        session.userAgent())
                .update();
    }

    Optional<Session> find(String id) {
        return writes.sql(SELECT + "where s.id = ?").param(id).query(SessionRows::session).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Newest first. */
    List<Session> of(MemberName member) {
        return writes
                .sql(SELECT + "where s.member = ? order by s.made_at desc, s.id")
                .param(member.text())
                .query(SessionRows::session)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Also of a member who is gone. */
    List<String> ids(MemberName member) {
        return writes.sql("select id from member_sessions where member = ?")
                .param(member.text())
                .query(String.class)
                .list();
    }

    boolean delete(String id) {
        return writes.sql("delete from member_sessions where id = ?").param(id).update() == 1;
    }

    void deleteEnded(Instant now) {
        writes.sql("delete from member_sessions where ends_at <= ?")
                .param(now.toEpochMilli())
                .update();
    }

    void touch(String id, Instant now) {
        writes.sql("update member_sessions set used_at = ? where id = ?")
                .params(now.toEpochMilli(), id)
                .update();
    }

    void insertRefresh(String hash, String session, Instant now) {
        writes.sql("insert into refresh_tokens (hash, session, made_at) values (?, ?, ?)")
                .params(hash, session, now.toEpochMilli())
                .update();
    }

    Optional<Refresh> findRefresh(String hash) {
        return writes.sql("select session, used_at from refresh_tokens where hash = ?")
                .param(hash)
                .query((row, number) -> new Refresh(row.getString("session"), time(row, "used_at")))
                .optional();
    }

    /** False when somebody used it first. */
    boolean useRefresh(String hash, Instant now) {
        return writes.sql("update refresh_tokens set used_at = ? where hash = ? and used_at is null")
                        .params(now.toEpochMilli(), hash)
                        .update()
                == 1;
    }

    /** Empty when its member is gone. */
    private static Optional<Session> session(ResultSet row, int number) throws SQLException {
        var member = new MemberName(row.getString("member"));
        var role = row.getString("role");
        if (role == null && !member.isOwner()) {
            return Optional.empty();
        }
        return Optional.of(new Session(
                row.getString("id"),
                member,
                role == null ? Role.ADMIN : Role.of(role),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("used_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                row.getString("user_agent")));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
