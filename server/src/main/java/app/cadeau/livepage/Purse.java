package app.cadeau.livepage;

import app.cadeau.money.Coins;
import org.jspecify.annotations.Nullable;

/**
 * The coins that must be left after all that left this page. Known only when every request was answered with the coins
 * it left, or when a wallet was read since: a reading from before our own last request says nothing any more.
 */
final class Purse {

    private @Nullable Coins coins;
    private int unanswered;
    private boolean told = true;
    private boolean spent;

    /** What the page itself told; a page that has sent may repeat what it knew before. */
    synchronized void told(Coins shown) {
        if (!spent) {
            coins = shown;
        }
    }

    /** A request leaves. */
    synchronized void asked() {
        spent = true;
        unanswered++;
    }

    /** Its answer came, or will not come. Answers come out of order: the lowest is the last. */
    synchronized void answered(@Nullable Coins left) {
        unanswered--;
        told &= left != null;
        coins = left == null || (coins != null && coins.compareTo(left) < 0) ? coins : left;
    }

    /** A wallet was read by itself; it makes good for lost answers, but not for those still under way. */
    synchronized void counted(Coins wallet) {
        coins = wallet;
        told = unanswered == 0;
    }

    /** Null when nobody can say. */
    synchronized @Nullable Coins left() {
        return told && unanswered == 0 ? coins : null;
    }
}
