package app.cadeau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.money.Coins;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GiftIndexTest {

    private record Listed(String name, long price) {}

    /** No answer ever picks one of several gifts, and none hides a gift that fits. */
    @Property(tries = 300)
    void answersWithExactlyTheGiftsThatFit(@ForAll("listings") List<Listed> listed, @ForAll("names") String name) {
        var gifts = IntStream.range(0, listed.size())
                .mapToObj(i -> new Gift(
                        new GiftId(1_000_000 + i),
                        listed.get(i).name(),
                        Coins.of(listed.get(i).price()),
                        null,
                        null))
                .toList();
        var index = new GiftIndex(gifts);
        var fitting = gifts.stream()
                .filter(gift -> gift.name().equalsIgnoreCase(name))
                .toList();
        for (var asked : List.of(name, name.toUpperCase(Locale.ROOT))) {
            switch (index.find(asked, null)) {
                case Gifts.Found(var gift) -> assertThat(fitting).containsExactly(gift);
                case Gifts.Ambiguous(var choices) -> {
                    assertThat(choices).hasSizeGreaterThan(1);
                    assertThat(choices).containsExactlyInAnyOrderElementsOf(fitting);
                }
                case Gifts.Unknown(var suggestions) -> {
                    assertThat(fitting).isEmpty();
                    assertThat(gifts).containsAll(suggestions);
                }
            }
        }
        gifts.forEach(gift ->
                assertThat(index.find(Long.toString(gift.id().value()), null)).isEqualTo(new Gifts.Found(gift)));
    }

    @Provide
    Arbitrary<List<Listed>> listings() {
        return Combinators.combine(names(), Arbitraries.longs().between(1, 3))
                .as(Listed::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("rose", "Rose", "heart", "Fest Pop", "fest pop", "tea", "teapot");
    }
}
