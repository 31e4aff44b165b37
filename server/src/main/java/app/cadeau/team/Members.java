package app.cadeau.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs to the team. */
@Component
public final class Members {

    private static final int MOST = 200;

    private final MemberRows rows;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final InstantSource clock;

    Members(
            JdbcClient writes,
            TransactionTemplate transaction,
            Passwords passwords,
            Sessions sessions,
            AuditTrail audit,
            InstantSource clock) {
        this.rows = new MemberRows(writes);
        this.transaction = transaction;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody can govern yet but who holds the token of the home. */
    public boolean needsAdmin() {
        return rows.admins() == 0;
    }

    /** By name. */
    public List<Member> list() {
        return rows.all();
    }

    public Optional<Member> find(MemberName name) {
        return rows.find(name).map(MemberRows.Row::member);
    }

    /** Makes the first admin; of two at one moment one comes too late. */
    public Added addFirst(MemberName name, String password, String by) {
        return needsAdmin() ? add(name, password, Role.ADMIN, by, true) : new Added.AdminExists();
    }

    /** @param by who adds them */
    public Added add(MemberName name, String password, Role role, String by) {
        return add(name, password, role, by, false);
    }

    /** One at a time: on PostgreSQL two transactions would both find that there is no admin yet. */
    private synchronized Added add(MemberName name, String password, Role role, String by, boolean first) {
        var fault = Passwords.fault(password, name);
        if (fault != null) {
            return new Added.WeakPassword(fault);
        }
        if (name.isOwner() || rows.find(name).isPresent()) {
            return new Added.NameTaken(name);
        }
        try {
            var hash = passwords.hash(password);
            return Objects.requireNonNull(transaction.execute(status -> insert(name, hash, role, by, first)));
        } catch (Passwords.Busy busy) {
            return new Added.Busy();
        }
    }

    private Added insert(MemberName name, String hash, Role role, String by, boolean first) {
        if (first && !needsAdmin()) {
            return new Added.AdminExists();
        }
        if (rows.all().size() >= MOST) {
            return new Added.TooMany(MOST);
        }
        var member = new Member(name, role, clock.instant());
        if (!rows.insert(member, hash, by)) {
            return new Added.NameTaken(name);
        }
        audit.add(by, AuditTrail.What.MEMBER_ADDED, name.text(), role.name());
        return new Added.New(member);
    }

    /** They are out at once, on all their machines; what they sent stays in the books. One at a time, for the last admin's sake. */
    public synchronized Removed remove(MemberName name, String by) {
        var removed = Objects.requireNonNull(transaction.execute(status -> {
            var member = find(name);
            if (member.isEmpty()) {
                return new Removed.NoSuchMember();
            }
            if (member.get().role() == Role.ADMIN && rows.admins() == 1) {
                return new Removed.LastAdmin();
            }
            rows.delete(name);
            audit.add(by, AuditTrail.What.MEMBER_REMOVED, name.text(), "");
            return new Removed.Gone();
        }));
        if (removed instanceof Removed.Gone) {
            sessions.endAll(name, null);
        }
        return removed;
    }
}
