package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a send did not do all that was asked: a code for programs and a sentence for people. */
public record Reason(Code code, String sentence) {

    static final Reason CALM_DOWN =
            new Reason(Code.REFUSED_BY_PLATFORM, "The platform asks this account to calm down.");

    /** Why an answer shuts its account until a person has looked, or null when it does not. */
    static @Nullable Reason ofRisk(Evidence.Answer answer) {
        if (answer.calmDown()) {
            return CALM_DOWN;
        }
        var code = answer.statusCode();
        return code != null && Refusals.risk(code) ? Refusals.reason(code, answer.prompt()) : null;
    }

    static Reason excess(int gifts) {
        return new Reason(
                Code.EXCESS,
                gifts(gifts)
                        + " more than passed the gate landed: the browser sent a request again, a gift of an earlier send"
                        + " landed late, or coins went another way.");
    }

    static Reason clockJumped(Duration by) {
        var how = by.isNegative() ? " back" : " on";
        return new Reason(
                Code.CLOCK_JUMPED,
                "The clock of this machine jumped" + how + " by " + by.abs().toSeconds()
                        + " s: it was set, or the machine slept. Nothing more was pressed; ask again for what is missing.");
    }

    static Reason queueFull(int most) {
        return new Reason(
                Code.QUEUE_FULL,
                most + " sends wait, and no more may: ask again when some have begun, or stop some that wait.");
    }

    static Reason tooManySupporters(StreamerName streamer, SendsConfig limits) {
        return new Reason(
                Code.TOO_MANY_ACCOUNTS,
                "At most " + limits.mostSupporters() + " accounts support one streamer on a real site, counted over "
                        + limits.supportersCountedFor().toDays() + " days; " + streamer + " has as many.");
    }

    static Reason busy(AccountId account) {
        return new Reason(Code.ACCOUNT_BUSY, "Account " + account + " is sending; ask again after it.");
    }

    static Reason tooLate(@Nullable Instant notAfter) {
        return new Reason(Code.TOO_LATE, "Its latest time, " + notAfter + ", has passed.");
    }

    /** Says what was missing where one kind of witness could not speak at all. */
    static Reason notProved(Verdict verdict, Terms terms) {
        var mute = terms.usedAlone() || verdict.echo() > 0
                ? ""
                : " No echo of ours was seen in the stream, and without one an answer proves nothing on an account that is"
                        + " not used by Cadeau alone.";
        return new Reason(Code.NOT_PROVED, gifts(verdict.unknown()) + " can be proved neither way." + mute);
    }

    /** Whether it says that the streamer is not on air, or no longer. */
    public boolean saysOffAir() {
        return code == Code.OFF_AIR || code == Code.LIVE_ENDED;
    }

    /** So many gifts, in words for a person. */
    static String gifts(int count) {
        return count == 1 ? "1 gift" : count + " gifts";
    }

    /** The codes of a receipt's reason. */
    public enum Code {
        OFF_AIR,
        GIFT_NOT_OFFERED,
        GIFT_AMBIGUOUS,
        PRICE_MOVED,
        BALANCE_SHORT,
        BUDGET_SPENT,
        LOGGED_OUT,
        CHALLENGED,
        REFUSED_BY_PLATFORM,
        LIVE_ENDED,
        LIVE_PAUSED,
        TOO_LATE,
        NOT_LANDED,
        NOT_PROVED,
        STOPPED_BY_MEMBER,
        PAGE_CHANGED,
        BROWSER_LOST,
        SITE_DOWN,
        ACCOUNT_SHUT,
        ACCOUNT_UNKNOWN,
        ACCOUNT_BUSY,
        CONSENT_NEEDED,
        EXCESS,
        OWNER_RESTRICTED,
        QUEUE_FULL,
        TOO_MANY_ACCOUNTS,
        RESTORED,
        STORAGE_FAILED,
        CLOCK_JUMPED,
        DAEMON_ENDED
    }
}
