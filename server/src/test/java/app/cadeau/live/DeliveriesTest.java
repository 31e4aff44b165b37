package app.cadeau.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What counts as delivered before. */
class DeliveriesTest {

    /** Few keys in little room, so that they are often forgotten and lie in each other's way. */
    @Property
    void tellsTheNewestOfThemFromAllOthers(
            @ForAll @IntRange(min = 1, max = 17) int size,
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 60) Integer> ids) {
        var delivered = new Deliveries(size);
        var newest = new LinkedHashSet<Integer>();
        for (int id : ids) {
            boolean first = newest.add(id);
            if (newest.size() > size) {
                newest.removeFirst();
            }

            assertThat(delivered.first(id % 3, id * 1_000_003L))
                    .as("%d of %s", id, ids)
                    .isEqualTo(first);
        }
    }

    @Test
    void isOfOneRoom() {
        var delivered = new Deliveries(10);

        assertThat(delivered.first(1, 7)).isTrue();
        assertThat(delivered.first(2, 7)).isTrue();
        assertThat(delivered.first(1, 7)).isFalse();
    }

    /** Ids of the platform differ in their high bits by time and in their low ones by little. */
    @Test
    void findsAMillionOfTheIdsThatThePlatformGives() {
        var delivered = new Deliveries(20_000);
        for (long i = 0; i < 1_000_000; i++) {
            assertThat(delivered.first(6_900_027_360_491_977_124L, 7_300_000_000_000_000_000L + (i << 22)))
                    .isTrue();
        }
    }
}
