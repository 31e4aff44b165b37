package app.cadeau.sends;

/** Why a send did not do all that was asked: a code for programs and a sentence for people. */
public record Reason(Code code, String sentence) {

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
        ACCOUNT_SHUT,
        ACCOUNT_UNKNOWN,
        ACCOUNT_BUSY,
        CONSENT_NEEDED,
        EXCESS,
        QUEUE_FULL,
        DAEMON_ENDED
    }
}
