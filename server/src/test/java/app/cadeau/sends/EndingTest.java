package app.cadeau.sends;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.livepage.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleOfAPageHasACodeInTheReceipt(Trouble trouble) {
        assertThat(Ending.code(trouble)).isNotNull();
    }

    @Test
    void onlyWhatThePlatformHasAgainstTheAccountShutsIt() {
        assertThat(Trouble.values())
                .filteredOn(trouble -> Ending.of(trouble, "seen").shutsAccount())
                .containsExactlyInAnyOrder(Trouble.CHALLENGED, Trouble.RESTRICTED);
    }
}
