package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.Account;
import app.cadeau.accounts.AccountId;
import app.cadeau.catalogue.Gift;
import app.cadeau.catalogue.GiftId;
import app.cadeau.live.StreamerName;
import app.cadeau.money.Coins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotingTest {

    private static final Account BUSY = new Account(new AccountId("main"), true, Coins.of(500), null);
    private static final Gift ROSE = new Gift(new GiftId(5655), "Rose", Coins.of(1), null, null);

    private static NewSend order(String gift, @Nullable Coins most) {
        return new NewSend(new StreamerName("demo"), gift, null, 10, 12, BUSY.id(), most, null);
    }

    @Test
    void aBusyAccountHidesNoOtherRefusal() {
        assertThat(Quoting.unseen(order("Rose", null), BUSY, ROSE))
                .extracting(Reason::code)
                .containsExactly(Reason.Code.ACCOUNT_BUSY);
        assertThat(Quoting.unseen(order("Ros", null), BUSY, null))
                .extracting(Reason::code)
                .containsExactly(Reason.Code.ACCOUNT_BUSY, Reason.Code.GIFT_NOT_OFFERED);
        assertThat(Quoting.unseen(order("Rose", Coins.of(9)), BUSY, ROSE))
                .extracting(Reason::code)
                .containsExactly(Reason.Code.ACCOUNT_BUSY, Reason.Code.BUDGET_SPENT);
    }
}
