package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cadeau.money.Coins;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void whatIsLeftOverGoesOneEachToTheFirst() {
        assertThat(Shares.of(1000, 3)).containsExactly(334, 333, 333);
        assertThat(Shares.of(3, 3)).containsExactly(1, 1, 1);
        assertThat(Shares.of(5, 1)).containsExactly(5);
        assertThatThrownBy(() -> Shares.of(2, 3)).hasMessageContaining("at least one gift");
    }

    @Property
    void sharesAreWholeEvenAndSumToTheQuantity(
            @ForAll @IntRange(min = 1, max = 10_000) int quantity, @ForAll @IntRange(min = 1, max = 100) int wanted) {
        var accounts = Math.min(quantity, wanted);
        var shares = Shares.of(quantity, accounts);
        assertThat(shares).hasSize(accounts);
        assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(quantity);
        assertThat(shares.getFirst() - shares.getLast()).isBetween(0, 1);
        assertThat(shares).allMatch(share -> share >= 1);
    }

    @Property
    void aPriceIsTooMuchForAShareExactlyWhenItIsTooMuchForTheWhole(
            @ForAll @IntRange(min = 1, max = 10_000) int quantity,
            @ForAll @IntRange(min = 1, max = 100) int wanted,
            @ForAll @LongRange(min = 1, max = 50_000) long price,
            @ForAll @LongRange(min = -2, max = 2) long around) {
        var accounts = Math.min(quantity, wanted);
        var whole = Math.max(0, price * quantity + around);
        List<Integer> shares = Shares.of(quantity, accounts);
        var most = shares.stream()
                .map(share -> Objects.requireNonNull(Shares.most(Coins.of(whole), share, quantity))
                        .amount())
                .toList();
        assertThat(most.stream().mapToLong(coins -> coins).sum()).isLessThanOrEqualTo(whole);
        for (var place = 0; place < accounts; place++) {
            assertThat(price * shares.get(place) <= most.get(place)).isEqualTo(price * quantity <= whole);
        }
    }

    @Test
    void withoutALimitThereIsNone() {
        assertThat(Shares.most(null, 1, 2)).isNull();
    }
}
