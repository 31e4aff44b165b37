package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import app.cadeau.money.Coins;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order spread over several accounts, each of which gives its share at the order's pace.
 *
 * @param whole the order as if one account gave all of it; its account is not read
 * @param accounts who give, each once
 */
public record NewCampaign(NewSend whole, List<AccountId> accounts) {

    public static final int MOST_ACCOUNTS = 100;

    public NewCampaign {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty() || accounts.size() > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts: 1 to " + MOST_ACCOUNTS + ", not " + accounts.size());
        }
        if (new HashSet<>(accounts).size() < accounts.size()) {
            throw new IllegalArgumentException("accounts: each only once");
        }
        if (whole.quantity() < accounts.size()) {
            throw new IllegalArgumentException("quantity: at least one gift for each of " + accounts.size()
                    + " accounts, not " + whole.quantity());
        }
    }

    /** What each account is asked for, in the order of the accounts. */
    public List<NewSend> shares() {
        var quantities = Shares.of(whole.quantity(), accounts.size());
        return IntStream.range(0, accounts.size())
                .mapToObj(place -> share(accounts.get(place), quantities.get(place)))
                .toList();
    }

    private NewSend share(AccountId account, int quantity) {
        return new NewSend(
                whole.streamer(),
                whole.gift(),
                whole.price(),
                quantity,
                whole.cps(),
                account,
                Shares.most(whole.maxCoins(), quantity, whole.quantity()),
                whole.notAfter(),
                whole.priority(),
                whole.member());
    }

    /** The coins that all together may cost, or null. */
    @Nullable
    Coins maxCoins() {
        return whole.maxCoins();
    }
}
