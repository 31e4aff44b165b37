package app.cadeau.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members as the table has them. */
final class MemberRows {

    record Row(Member member, String passwordHash) {}

    private final JdbcClient writes;

    MemberRows(JdbcClient writes) {
        this.writes = writes;
    }

    /** False when the name is taken. */
    boolean insert(Member member, String hash, String by) {
        return writes.sql("""
                insert into members (name, role, password_hash, created_at, created_by, password_at)
                values (?, ?, ?, ?, ?, ?) on conflict (name) do nothing""")
                        .params(
                                member.name().text(),
                                member.role().name(),
                                hash,
                                member.createdAt().toEpochMilli(),
                                by,
                                member.createdAt().toEpochMilli())
                        .update()
                == 1;
    }

    Optional<Row> find(MemberName name) {
        return writes.sql("select * from members where name = ?")
                .param(name.text())
                .query((row, number) -> new Row(member(row, number), row.getString("password_hash")))
                .optional();
    }

    List<Member> all() {
        return writes.sql("select * from members order by name")
                .query(MemberRows::member)
                .list();
    }

    int admins() {
        return writes.sql("select count(*) from members where role = 'ADMIN'")
                .query(Integer.class)
                .single();
    }

    /** False when somebody else changed it since it was read. */
    boolean setHash(MemberName name, String from, String to, Instant at) {
        return writes.sql("update members set password_hash = ?, password_at = ? where name = ? and password_hash = ?")
                        .params(to, at.toEpochMilli(), name.text(), from)
                        .update()
                == 1;
    }

    boolean delete(MemberName name) {
        return writes.sql("delete from members where name = ?")
                        .param(name.text())
                        .update()
                == 1;
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new MemberName(row.getString("name")),
                Role.of(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
