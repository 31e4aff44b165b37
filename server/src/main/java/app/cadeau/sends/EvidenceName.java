package app.cadeau.sends;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How folders of evidence are called: after their send, or {@code doctor-ID-ACCOUNT} after a look. */
final class EvidenceName {

    private static final String LOOK = "doctor-";
    private static final int ID = LOOK.length() + 26;

    private EvidenceName() {}

    static String look(Workshop shop, @Nullable AccountId named, RandomGenerator random) {
        var account = named == null
                ? shop.accounts()
                        .standard()
                        .map(Account::id)
                        .map(AccountId::name)
                        .orElse("nobody")
                : named.name();
        return LOOK + SendId.next(shop.clock(), random) + "-" + account;
    }

    /** Whether it is about this account; of a look from before looks told theirs nobody knows, and it counts. */
    static boolean isOf(String folder, AccountId account, Workshop shop) {
        if (folder.startsWith(LOOK)) {
            return folder.length() <= ID || folder.substring(ID).equals("-" + account);
        }
        try {
            return shop.rows()
                    .find(new SendId(folder))
                    .map(row -> row.account().equals(account))
                    .orElse(false);
        } catch (IllegalArgumentException notASend) {
            return false;
        }
    }
}
