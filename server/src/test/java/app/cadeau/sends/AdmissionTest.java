package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void guessesByCoresWhereThereIsMemoryEnough() {
        assertThat(new Admission(0, 3, 2, 24 * GIBIBYTE).carried().lanes()).isEqualTo(4);
        assertThat(new Admission(0, 3, 1, 24 * GIBIBYTE).carried().lanes()).isEqualTo(2);
    }

    @Test
    void countsMemoryWhereThatIsShorter() {
        assertThat(new Admission(0, 3, 8, 4 * GIBIBYTE).carried().lanes()).isEqualTo(8);
        assertThat(new Admission(0, 3, 8, 2 * GIBIBYTE).carried().lanes()).isEqualTo(2);
    }

    @Test
    void carriesOneLaneOnTheSmallestMachine() {
        assertThat(new Admission(0, 3, 1, GIBIBYTE / 2).carried().lanes()).isEqualTo(1);
    }

    @Test
    void doesAsItsOwnerSays() {
        assertThat(new Admission(3, 3, 2, 24 * GIBIBYTE).carried().lanes()).isEqualTo(3);
    }
}
