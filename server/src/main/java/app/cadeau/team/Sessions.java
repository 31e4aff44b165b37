package app.cadeau.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-ins that go on: their tokens, and their ends. What ends here, ends for the next call. */
@Component
public final class Sessions {

    /** However often its tokens are made anew. */
    public static final Duration LIVES = Duration.ofDays(30);

    /** Without a call. */
    public static final Duration IDLE = Duration.ofDays(7);

    /** Of one who came by a link: the link proves the machine, not the person. */
    public static final Duration OWNER_LIVES = Duration.ofDays(7);

    private static final Duration OVERTAKING = Duration.ofSeconds(10);
    private static final int MOST = 20;
    private static final int USER_AGENT = 200;

    private final List<Consumer<String>> ended = new CopyOnWriteArrayList<>();
    private final SessionRows rows;
    private final TransactionTemplate transaction;
    private final AccessTokens access;
    private final SigningKeys keys;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final LiveSessions live = new LiveSessions();

    public Sessions(
            JdbcClient writes,
            TransactionTemplate transaction,
            TeamSettings settings,
            AuditTrail audit,
            InstantSource clock) {
        this.rows = new SessionRows(writes);
        this.transaction = transaction;
        this.keys = new SigningKeys(settings.home().resolve("signing.keys"));
        this.access = new AccessTokens(keys, clock);
        this.audit = audit;
        this.clock = clock;
    }

    /** A session of who came by a link that the token of the home made. */
    public LoggedIn.In beginOwners(String userAgent) {
        return begin(MemberName.OWNER, Role.ADMIN, OWNER_LIVES, userAgent);
    }

    /** For who has just proved who they are. */
    public LoggedIn.In begin(Member member, String userAgent) {
        return begin(member.name(), member.role(), LIVES, userAgent);
    }

    private LoggedIn.In begin(MemberName member, Role role, Duration lives, String userAgent) {
        var now = clock.instant();
        var cut = userAgent.length() <= USER_AGENT ? userAgent : userAgent.substring(0, USER_AGENT);
        var session = new Session(Secret.random(16), member, role, now, now, now.plus(lives), cut);
        rows.of(member).stream().skip(MOST - 1).forEach(oldest -> forget(oldest.id()));
        return Objects.requireNonNull(transaction.execute(status -> {
            rows.deleteEnded(now);
            rows.insert(session);
            audit.add(member.text(), AuditTrail.What.LOGGED_IN, member.text(), cut);
            return new LoggedIn.In(session, tokens(session));
        }));
    }

    /** Inside a transaction. */
    private Tokens tokens(Session session) {
        var refresh = Secret.random(32);
        var now = clock.instant();
        rows.insertRefresh(Secret.hash(refresh), session.id(), now);
        var left = Duration.between(now, session.endsAt());
        return new Tokens(access.make(session), AccessTokens.LIVES, refresh, left.compareTo(IDLE) < 0 ? left : IDLE);
    }

    /** Whom an access token stands for now: a session that has ended is nobody, however young the token. */
    public Known of(String accessToken) {
        return switch (access.read(accessToken)) {
            case AccessTokens.ForSession(var id) ->
                session(id).<Known>map(Known.As::new).orElseGet(Known.Nobody::new);
            case AccessTokens.Expired(var id) -> session(id).isPresent() ? new Known.Expired() : new Known.Nobody();
            case AccessTokens.Nothing() -> new Known.Nobody();
        };
    }

    /** The session that a refresh token would go on with; uses nothing. */
    public Optional<Session> peek(String refreshToken) {
        return rows.findRefresh(Secret.hash(refreshToken)).flatMap(refresh -> session(refresh.session()));
    }

    /**
     * Makes the tokens of a session anew; the refresh token works once.
     *
     * @param browser several of its pages share their cookies and may ask at one moment: who is late gets nothing, and ends
     *     nothing
     */
    public Refreshed refresh(String refreshToken, boolean browser) {
        var hash = Secret.hash(refreshToken);
        var refresh = rows.findRefresh(hash);
        var session = refresh.flatMap(found -> session(found.session()));
        if (session.isEmpty()) {
            return new Refreshed.Unknown();
        }
        return Objects.requireNonNull(transaction.execute(status -> anew(hash, session.get())))
                .<Refreshed>map(tokens -> new Refreshed.Anew(session.get(), tokens))
                .orElseGet(() -> again(hash, session.get(), browser));
    }

    /** Empty when the token was used before. */
    private Optional<Tokens> anew(String hash, Session session) {
        var now = clock.instant();
        if (!rows.useRefresh(hash, now)) {
            return Optional.empty();
        }
        rows.touch(session.id(), now);
        return Optional.of(tokens(session));
    }

    private Refreshed again(String hash, Session session, boolean browser) {
        var now = clock.instant();
        var usedAt = rows.findRefresh(hash).map(SessionRows.Refresh::usedAt).orElse(now);
        if (browser && usedAt.plus(OVERTAKING).isAfter(now)) {
            return new Refreshed.Overtaken(session);
        }
        forget(session.id());
        var member = session.member().text();
        audit.add(member, AuditTrail.What.REFRESH_REUSED, member, "its session was ended");
        return new Refreshed.Reused();
    }

    private Optional<Session> session(String id) {
        var now = clock.instant();
        return live.get(id, rows::find)
                .filter(session -> session.endsAt().isAfter(now)
                        && session.usedAt().plus(IDLE).plus(AccessTokens.LIVES).isAfter(now));
    }

    /** Outside of every transaction: what is remembered must not be older than what is written. */
    private boolean forget(String id) {
        var gone = rows.delete(id);
        live.forget(id);
        ended.forEach(listener -> listener.accept(id));
        return gone;
    }

    /** Whether a session has not ended; asked where something of it stays open between calls. */
    public boolean goesOn(String id) {
        return session(id).isPresent();
    }

    /** Tells the id of each session that somebody ends. */
    public void whenEnded(Consumer<String> listener) {
        ended.add(listener);
    }

    /** Newest first. */
    public List<Session> of(MemberName member) {
        return rows.of(member);
    }

    /** Ends a session of this member; false when they have no such one. */
    public boolean end(MemberName member, String id) {
        var theirs = rows.find(id).filter(session -> session.member().equals(member));
        if (theirs.isEmpty() || !forget(id)) {
            return false;
        }
        audit.add(member.text(), AuditTrail.What.LOGGED_OUT, member.text(), "one session");
        return true;
    }

    /** Ends all sessions of a member but one; null for all. */
    public void endAll(MemberName member, @Nullable String but) {
        var others = rows.ids(member).stream().filter(id -> !id.equals(but)).toList();
        others.forEach(this::forget);
        audit.add(member.text(), AuditTrail.What.LOGGED_OUT, member.text(), others.size() + " sessions");
    }

    /** A new key signs from now on; answers its id. */
    public String rotateSigningKey(String by) {
        var id = keys.rotate();
        audit.add(by, AuditTrail.What.SIGNING_KEY_ROTATED, id, "");
        return id;
    }
}
