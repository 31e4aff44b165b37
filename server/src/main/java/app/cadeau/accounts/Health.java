package app.cadeau.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account is, in one word and one sentence, and what a person does about it.
 *
 * @param todo commands, in order; none when nothing has to be done
 */
public record Health(State state, String sentence, List<String> todo) {

    /** The first that holds is told. */
    public enum State {
        SHUT,
        NO_SESSION,
        UNREADABLE,
        LOGGED_OUT,
        EXPIRED,
        UNPROVED,
        EXPIRES_SOON,
        READY
    }

    private static final Duration SOON = Duration.ofDays(3);

    /**
     * What is known of an account.
     *
     * @param session null when there is none, or when it does not open
     * @param sealed whether one is stored
     * @param seen null when nobody has looked since the session was put there
     * @param reviews its sends in REVIEW that must be resolved before it may be opened
     */
    public record Known(
            Account account,
            boolean sealed,
            @Nullable SessionFacts session,
            @Nullable Seen seen,
            List<String> reviews) {}

    static Health of(Known known, Instant now) {
        var name = known.account().id().name();
        var shut = known.account().shut();
        if (shut != null) {
            return shut(name, shut, known.reviews());
        }
        var logIn = List.of("cadeau accounts login " + name, "cadeau accounts import " + name + " --state FILE");
        if (!known.sealed()) {
            return new Health(State.NO_SESSION, "It has no session.", logIn);
        }
        var session = known.session();
        if (session == null) {
            return new Health(State.UNREADABLE, "Its session does not open: it was damaged, or is another's.", logIn);
        }
        return open(name, session, known.seen(), logIn, now);
    }

    private static Health open(
            String name, SessionFacts session, @Nullable Seen seen, List<String> logIn, Instant now) {
        var check = List.of("cadeau accounts check " + name);
        var ends = session.expiresAt();
        if (seen != null && !seen.loggedIn()) {
            return new Health(State.LOGGED_OUT, "It is logged out: " + seen.said() + ".", logIn);
        }
        if (ends != null && !ends.isAfter(now)) {
            return new Health(State.EXPIRED, "Its session expired at " + ends + ".", logIn);
        }
        if (seen == null || seen.provedAt() == null) {
            return new Health(State.UNPROVED, "Nobody has proved yet that its session logs in.", check);
        }
        if (ends != null && ends.isBefore(now.plus(SOON))) {
            return new Health(
                    State.EXPIRES_SOON, "It is logged in; its session seems to expire at " + ends + ".", logIn);
        }
        return new Health(State.READY, "It is logged in.", List.of());
    }

    private static Health shut(String name, Account.Shut shut, List<String> reviews) {
        var todo = new ArrayList<String>();
        reviews.forEach(send -> todo.add("cadeau sends resolve " + send + " --landed K --reason TEXT"));
        todo.add("look at the account in a browser of your own");
        todo.add("cadeau accounts clear " + name + " --reason TEXT");
        return new Health(State.SHUT, shut.sentence() + " (" + shut.code() + ")", todo);
    }
}
