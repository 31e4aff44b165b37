package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.accounts.AccountId;
import app.cadeau.browser.LetIn;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AttestedTest {

    private static final URI REAL = URI.create("https://live.example/@demo/live");
    private static final AccountId MAIN = new AccountId("main");

    @Test
    void aRealPageIsForAttestedAccountsOfAConsentToItsHostOnly() {
        var letIn = new LetIn("live.example"::equals, (host, account) -> account.equals(MAIN));
        assertThat(letIn.is(REAL, MAIN)).isTrue();
        assertThat(letIn.is(REAL, new AccountId("later"))).isFalse();
        assertThat(letIn.is(URI.create("https://other.example/"), MAIN)).isFalse();
        assertThat(letIn.is(URI.create("http://127.0.0.1:8788/"), new AccountId("later")))
                .isTrue();
    }
}
