package app.cadeau.sends;

import app.cadeau.livepage.Trouble;
import app.cadeau.storage.StorageTrouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a send presses no more.
 *
 * @param reason null when every permit was consumed
 * @param shutsAccount whether a person must look before the account works again
 */
record Ending(@Nullable Reason reason, boolean shutsAccount) {

    static final Ending COMPLETE = new Ending(null, false);
    static final Ending BY_MEMBER = because(Reason.Code.STOPPED_BY_MEMBER, "A member stopped it.");
    static final Ending BY_DAEMON = because(Reason.Code.DAEMON_ENDED, "Cadeau was ended, and stopped it before.");

    static Ending because(Reason.Code code, String sentence) {
        return new Ending(new Reason(code, sentence), false);
    }

    static Ending shutting(Reason.Code code, String sentence) {
        return new Ending(new Reason(code, sentence), true);
    }

    static Ending of(Trouble trouble, String words) {
        var seen = sentence(words);
        return switch (trouble) {
            case OFF_AIR -> because(Reason.Code.OFF_AIR, seen);
            case LIVE_ENDED -> because(Reason.Code.LIVE_ENDED, seen);
            case LIVE_PAUSED -> because(Reason.Code.LIVE_PAUSED, seen);
            case GIFT_NOT_OFFERED -> because(Reason.Code.GIFT_NOT_OFFERED, seen);
            case PRICE_MOVED -> because(Reason.Code.PRICE_MOVED, seen);
            case LOGGED_OUT -> because(Reason.Code.LOGGED_OUT, seen);
            case BROWSER_LOST -> because(Reason.Code.BROWSER_LOST, seen);
            case SITE_DOWN -> because(Reason.Code.SITE_DOWN, seen);
            case CONSENT_NEEDED -> because(Reason.Code.CONSENT_NEEDED, seen);
            case PAGE_CHANGED -> because(Reason.Code.PAGE_CHANGED, seen);
            case REFUSED_BY_PLATFORM -> because(Reason.Code.REFUSED_BY_PLATFORM, seen);
            case RESTRICTED -> shutting(Reason.Code.REFUSED_BY_PLATFORM, seen);
            case CHALLENGED -> shutting(Reason.Code.CHALLENGED, seen);
        };
    }

    /** Nothing is pressed that is not on disk; a failure that is not the storage's is no ending. */
    static Ending unwritten(RuntimeException failed) {
        var trouble = StorageTrouble.of(failed).orElseThrow(() -> failed);
        return because(Reason.Code.STORAGE_FAILED, trouble.sentence());
    }

    static Reason.Code code(Trouble trouble) {
        return Objects.requireNonNull(of(trouble, "").reason()).code();
    }

    /** What a page was seen to do, said as a sentence. */
    private static String sentence(String words) {
        var first = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return first.isEmpty() || ".!?".indexOf(first.charAt(first.length() - 1)) >= 0 ? first : first + ".";
    }

    static Ending of(Permits.Breach breach) {
        return switch (breach.wrong()) {
            case ROOM -> because(Reason.Code.LIVE_ENDED, sentence(breach.sentence()));
            case COUNT, GIFT, RECIPIENT, ODD -> shutting(Reason.Code.PAGE_CHANGED, sentence(breach.sentence()));
        };
    }

    /** What the receipt says of it once the verdict stands; null when all that was asked for is proved. */
    @Nullable
    Reason told(Verdict verdict, Terms terms) {
        if (verdict.excess() > 0 && (reason == null || reason.code() == Reason.Code.EXCESS)) {
            return Reason.excess(verdict.excess());
        }
        if (reason != null || verdict.unknown() == 0 && verdict.confirmed() == terms.requested()) {
            return reason;
        }
        return verdict.unknown() > 0
                ? Reason.notProved(verdict, terms)
                : new Reason(Reason.Code.NOT_LANDED, "The platform took fewer gifts than were asked for.");
    }

    boolean stopped() {
        return reason != null
                && (reason.code() == Reason.Code.STOPPED_BY_MEMBER || reason.code() == Reason.Code.DAEMON_ENDED);
    }
}
