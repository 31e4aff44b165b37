package app.cadeau.sends;

import static app.cadeau.sends.PlayedQueue.A;
import static app.cadeau.sends.PlayedQueue.B;
import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.Vendor;
import app.cadeau.accounts.AccountId;
import app.cadeau.live.StreamerName;
import app.cadeau.livepage.Trouble;
import app.cadeau.money.Coins;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One order for several accounts: all of it or none, once, and nobody gives what another does not. */
@ParameterizedClass
@EnumSource(Vendor.class)
class SpreadingModuleTest {

    private static final AccountId C = new AccountId("c");
    private static final AccountId D = new AccountId("d");

    @Parameter
    Vendor vendor;

    @TempDir
    Path folder;

    @AutoClose
    private PlayedQueue play;

    private Spreading spreading;
    private Submitting submitting;

    @BeforeEach
    void open() {
        play = new PlayedQueue(vendor, folder, 4);
        play.shop.accounts().add(C, true);
        play.shop.accounts().add(D, true);
        var orders = new Order(play.shop.accounts(), play.shop.gifts());
        var receipts = new Receipts(play.shop, play.queue);
        spreading = new Spreading(play.shop, orders, play.queue, receipts, new Random(5));
        submitting = new Submitting(play.shop, orders, play.queue, receipts, new Random(6));
    }

    @Test
    void eachAccountHasItsShareItsCoinsAndOneCampaign() {
        var campaign = accepted(spread(1000, null, "key", A, B, C));
        assertThat(campaign.requested()).isEqualTo(1000);
        assertThat(campaign.state()).isEqualTo(Campaign.State.RUNNING);
        assertThat(campaign.sends()).extracting(Receipt::requested).containsExactly(334, 333, 333);
        assertThat(campaign.sends()).extracting(Receipt::account).containsExactly("a", "b", "c");
        assertThat(campaign.sends()).extracting(Receipt::campaign).containsOnly(campaign.id());
        assertThat(List.of(held("a"), held("b"), held("c"))).containsExactly(334L, 333L, 333L);
    }

    /** Orders of every size from a seed: what stands in the tables is what was asked for, or nothing at all. */
    @Test
    void whateverIsAskedForIsThereToTheLastGiftOrNotAtAll() {
        var random = new Random(11);
        var all = List.of(A, B, C, D);
        for (var round = 0; round < 60; round++) {
            var accounts = all.subList(0, 1 + random.nextInt(4)).toArray(AccountId[]::new);
            var quantity = accounts.length + random.nextInt(9_000);
            var most = random.nextBoolean() ? null : Coins.of(1 + random.nextInt(12_000));
            var before = coinsHeld();
            var sendsBefore = sends();
            switch (spread(quantity, most, "round-" + round, accounts)) {
                case Spread.Accepted(var campaign, var replayed) -> {
                    assertThat(sum(campaign)).isEqualTo(quantity);
                    assertThat(coinsHeld() - before).isEqualTo(quantity);
                    assertThat(sends() - sendsBefore).isEqualTo(accounts.length);
                    assertThat(mostOf(campaign)).isLessThanOrEqualTo(most == null ? 0 : most.amount());
                }
                case Spread.Refused(var reason, var choices) -> {
                    assertThat(reason.code()).isEqualTo(Reason.Code.BUDGET_SPENT);
                    assertThat(coinsHeld()).isEqualTo(before);
                    assertThat(sends()).isEqualTo(sendsBefore);
                }
                case Spread.KeyReused reused -> throw new AssertionError(reused);
            }
        }
        assertThat(new Audit(play.shop.rows(), play.database.ledger(play)).flaws())
                .isEmpty();
    }

    @Test
    void theSameKeyAndBodyAnswerWithTheSameCampaignAndNothingElse() {
        var first = accepted(spread(10, null, "key", A, B));
        var again = spread(10, null, "key", A, B);
        assertThat(again).isEqualTo(new Spread.Accepted(first, true));
        assertThat(spread(11, null, "key", A, B)).isInstanceOf(Spread.KeyReused.class);
        assertThat(submitting.submit(send(A), "key", "10 null")).isInstanceOf(Submitted.KeyReused.class);
        assertThat(submitting.submit(send(A), "other", "1")).isInstanceOf(Submitted.Accepted.class);
        assertThat(spread(10, null, "other", A, B)).isInstanceOf(Spread.KeyReused.class);
        assertThat(sends()).isEqualTo(3);
    }

    @Test
    void oneThatCannotGiveKeepsAllFromBeingAsked() {
        play.shop.accounts().shut(B, "CHALLENGED", "it was asked for a person");
        assertThat(refused(spread(10, null, null, A, B))).isEqualTo(Reason.Code.ACCOUNT_SHUT);
        assertThat(refused(spread(10, null, null, A, new AccountId("nobody")))).isEqualTo(Reason.Code.ACCOUNT_UNKNOWN);
        assertThat(sends()).isZero();
        assertThat(coinsHeld()).isZero();
    }

    @Test
    void theShareOfAnAccountThatIsShutMeanwhileIsNotMoved() {
        var campaign = accepted(spread(10, null, null, A, B));
        play.shop.accounts().shut(B, "CHALLENGED", "it was asked for a person");
        play.let(10);
        play.queue.start();
        PlayedQueue.await(() -> found(campaign).state() != Campaign.State.RUNNING);
        var ended = found(campaign);
        assertThat(ended.state()).isEqualTo(Campaign.State.REFUSED);
        assertThat(ended.sends()).extracting(Receipt::requested).containsExactly(5, 5);
        assertThat(ended.sends())
                .extracting(
                        send -> java.util.Objects.requireNonNull(send.reason()).code())
                .containsExactly(Reason.Code.OFF_AIR, Reason.Code.ACCOUNT_SHUT);
        assertThat(sends()).isEqualTo(2);
        assertThat(coinsHeld()).isZero();
    }

    @Test
    void aStopOfACampaignStopsAllOfItAndNothingElse() {
        var campaign = accepted(spread(10, null, null, A, B));
        var other = play.submit(A, "other");
        var stopped = play.queue.stop(new StopOrder.OneCampaign(campaign.id()));
        assertThat(stopped.sends()).hasSize(2);
        assertThat(found(campaign).state()).isEqualTo(Campaign.State.STOPPED);
        assertThat(play.receipt(other).state()).isEqualTo(SendState.QUEUED);
    }

    @Test
    void onARealSiteThreeAccountsSupportAStreamerAndNoMore() {
        play.real = true;
        assertThat(refused(spread(10, null, "four", A, B, C, D))).isEqualTo(Reason.Code.TOO_MANY_ACCOUNTS);
        assertThat(sends()).isZero();
        accepted(spread(10, null, "three", A, B, C));
        assertThat(submitting.submit(send(D), "fourth", "1")).isInstanceOf(Submitted.Refused.class);
        assertThat(submitting.submit(send(A), "first", "1")).isInstanceOf(Submitted.Accepted.class);
        play.real = false;
        assertThat(submitting.submit(send(D), "here", "1")).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aRestrictionOnARealSiteShutsTheOwnersOtherAccountsAndEndsWhatTheySend() throws InterruptedException {
        play.shop.accounts().add(new AccountId("stranger"), true, "somebody");
        var running = play.submit(B, "running");
        play.trouble = Trouble.BROWSER_LOST;
        play.queue.start();
        assertThat(play.next()).isEqualTo("running");
        play.shop.shut(A, new Reason(Reason.Code.CHALLENGED, "It is asked for a person."));
        assertThat(shut("b")).as("on this machine nobody restricts anybody").isNull();

        play.real = true;
        play.shop.shut(C, new Reason(Reason.Code.NOT_PROVED, "Too much is in doubt."));
        assertThat(shut("b")).as("a doubt is no restriction").isNull();
        play.shop.shut(A, new Reason(Reason.Code.CHALLENGED, "It is asked for a person."));

        assertThat(shut("b")).isEqualTo("OWNER_RESTRICTED");
        assertThat(shut("d")).isEqualTo("OWNER_RESTRICTED");
        assertThat(shut("c")).isEqualTo("NOT_PROVED");
        assertThat(shut("stranger")).isNull();
        play.let(1); // one that was not stopped would try to open its LIVE again, and wait
        PlayedQueue.await(() -> play.receipt(running).state().ended());
    }

    private @Nullable String shut(String account) {
        var shut =
                play.shop.accounts().find(new AccountId(account)).orElseThrow().shut();
        return shut == null ? null : shut.code();
    }

    private Spread spread(int quantity, @Nullable Coins most, @Nullable String key, AccountId... accounts) {
        var whole = new NewSend(new StreamerName("demo"), "5655", null, quantity, 12, null, most, null);
        return spreading.spread(new NewCampaign(whole, List.of(accounts)), key, quantity + " " + most);
    }

    private static NewSend send(AccountId account) {
        return new NewSend(new StreamerName("demo"), "5655", null, 1, 12, account, null, null);
    }

    private static Campaign accepted(Spread spread) {
        assertThat(spread).isInstanceOf(Spread.Accepted.class);
        return ((Spread.Accepted) spread).campaign();
    }

    private static Reason.Code refused(Spread spread) {
        assertThat(spread).isInstanceOf(Spread.Refused.class);
        return ((Spread.Refused) spread).reason().code();
    }

    private Campaign found(Campaign campaign) {
        return spreading.find(campaign.id()).orElseThrow();
    }

    private static int sum(Campaign campaign) {
        return campaign.sends().stream().mapToInt(Receipt::requested).sum();
    }

    private long mostOf(Campaign campaign) {
        return campaign.sends().stream()
                .map(send -> play.database.rows().find(send.id()).orElseThrow().maxCoins())
                .mapToLong(most -> most == null ? 0 : most)
                .sum();
    }

    private long held(String account) {
        return play.database.ledger(play).balance(account).held();
    }

    private long coinsHeld() {
        return List.of("a", "b", "c", "d").stream().mapToLong(this::held).sum();
    }

    private int sends() {
        return play.shop.rows().count(SendState.QUEUED)
                + play.shop.rows().count(SendState.REFUSED)
                + play.shop.rows().count(SendState.STOPPED);
    }
}
