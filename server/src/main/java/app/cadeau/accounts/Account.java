package app.cadeau.accounts;

import app.cadeau.money.Coins;
import org.jspecify.annotations.Nullable;

/**
 * A TikTok account of ours.
 *
 * @param usedAlone whether its owner attests that nothing but Cadeau spends from it; decides what proves a gift
 * @param exposureCap coins that may be on their way without an answer, and in doubt over all its REVIEWs
 * @param shut why it takes no work, or null when it is open
 * @param owner the member who attested that it is theirs
 */
public record Account(
        AccountId id,
        boolean usedAlone,
        Coins exposureCap,
        @Nullable Shut shut,
        String owner) {

    /** Who owns what nobody else has attested: the owner of this machine. */
    public static final String MACHINES_OWNER = "owner";

    /** An account of the machine's owner. */
    public Account(AccountId id, boolean usedAlone, Coins exposureCap, @Nullable Shut shut) {
        this(id, usedAlone, exposureCap, shut, MACHINES_OWNER);
    }

    /** Why an account takes no work until a person clears it: a reason code and a sentence. */
    public record Shut(String code, String sentence) {}

    public boolean open() {
        return shut == null;
    }
}
