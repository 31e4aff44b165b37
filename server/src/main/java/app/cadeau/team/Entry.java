package app.cadeau.team;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets members in by name and password. Tries are counted before anything is hashed: by the name from one address, by the
 * name from anywhere, and by the address.
 */
@Component
public final class Entry {

    private final MemberRows rows;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Throttle byNameAndAddress;
    private final Throttle byName;
    private final Throttle byAddress;

    Entry(JdbcClient writes, Passwords passwords, Sessions sessions, AuditTrail audit, InstantSource clock) {
        this.rows = new MemberRows(writes);
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.byNameAndAddress = new Throttle(5, Duration.ofSeconds(60), clock);
        this.byName = new Throttle(20, Duration.ofSeconds(30), clock);
        this.byAddress = new Throttle(30, Duration.ofSeconds(5), clock);
    }

    /** @param from the address that asks */
    public LoggedIn logIn(String name, String password, String from, String userAgent) {
        var wait = take(name, from);
        if (wait != null) {
            return new LoggedIn.TooMany(wait);
        }
        try {
            var row = find(name);
            if (!passwords.matches(password, row == null ? null : row.passwordHash()) || row == null) {
                audit.add(row == null ? "nobody" : row.member().name().text(), AuditTrail.What.LOGIN_FAILED, "", from);
                return new LoggedIn.Wrong();
            }
            giveBack(name, from);
            renew(row, password);
            return begin(row, password, userAgent);
        } catch (Passwords.Busy busy) {
            giveBack(name, from);
            return new LoggedIn.TooMany(Duration.ofSeconds(1));
        }
    }

    /** Ends it again when the password was changed, or the member removed, while this one was being proved. */
    private LoggedIn begin(MemberRows.Row row, String password, String userAgent) {
        var name = row.member().name();
        var in = sessions.begin(row.member(), userAgent);
        var now = rows.find(name);
        if (now.isPresent()
                && (now.get().passwordHash().equals(row.passwordHash())
                        || passwords.matches(password, now.get().passwordHash()))) {
            return in;
        }
        sessions.end(name, in.session().id());
        return new LoggedIn.Wrong();
    }

    /** Needs the old password, and ends the member's other sessions. */
    public Changed change(Session session, String old, String fresh, String from) {
        var name = session.member();
        var fault = Passwords.fault(fresh, name);
        if (fault != null) {
            return new Changed.WeakPassword(fault);
        }
        var wait = take(name.text(), from);
        if (wait != null) {
            return new Changed.TooMany(wait);
        }
        try {
            var row = rows.find(name);
            if (row.isEmpty() || !passwords.matches(old, row.get().passwordHash())) {
                return new Changed.WrongPassword();
            }
            giveBack(name.text(), from);
            if (!rows.setHash(name, row.get().passwordHash(), passwords.hash(fresh), clock.instant())) {
                return new Changed.WrongPassword();
            }
            audit.add(name.text(), AuditTrail.What.PASSWORD_CHANGED, name.text(), "");
            sessions.endAll(name, session.id());
            return new Changed.Done();
        } catch (Passwords.Busy busy) {
            return new Changed.TooMany(Duration.ofSeconds(1));
        }
    }

    private MemberRows.@Nullable Row find(String name) {
        try {
            return rows.find(new MemberName(name)).orElse(null);
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    /** A hash of other parameters is made anew, now that the password is here. */
    private void renew(MemberRows.Row row, String password) {
        if (passwords.outdated(row.passwordHash())) {
            rows.setHash(row.member().name(), row.passwordHash(), passwords.hash(password), clock.instant());
        }
    }

    private @Nullable Duration take(String name, String from) {
        var small = key(name);
        var wait = byAddress.take(from);
        wait = wait != null ? wait : byNameAndAddress.take(small + " " + from);
        return wait != null ? wait : byName.take(small);
    }

    private void giveBack(String name, String from) {
        var small = key(name);
        byAddress.giveBack(from);
        byNameAndAddress.forget(small + " " + from);
        byName.giveBack(small);
    }

    /** What nobody can be called is one key: it must not fill the memory of the throttle. */
    private static String key(String name) {
        try {
            return new MemberName(name).text();
        } catch (IllegalArgumentException nobody) {
            return "?";
        }
    }
}
