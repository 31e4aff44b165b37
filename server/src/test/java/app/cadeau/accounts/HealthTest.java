package app.cadeau.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.money.Coins;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Account.Shut CHALLENGED = new Account.Shut("CHALLENGED", "The platform asks for a person.");

    private static Health of(
            Account.@Nullable Shut shut, boolean sealed, @Nullable SessionFacts session, @Nullable Seen seen) {
        var account = new Account(new AccountId("main"), true, Coins.of(500), shut);
        return Health.of(new Health.Known(account, sealed, session, seen, List.of("01A")), NOW);
    }

    private static Seen seen(boolean loggedIn, boolean proved) {
        return new Seen(loggedIn, "session_expired", "7", null, null, NOW, proved ? NOW : null);
    }

    private static SessionFacts endsIn(@Nullable Long hours) {
        return new SessionFacts(3, hours == null ? null : NOW.plus(Duration.ofHours(hours)));
    }

    /** Sealed: is a session stored? Ends: hours from now. Seen: in, out, in but never proved. */
    @ParameterizedTest
    @CsvSource({
        "false,      , none,  NO_SESSION,   cadeau accounts login main",
        "true,   1000, none,  UNPROVED,     cadeau accounts check main",
        "true,   1000, never, UNPROVED,     cadeau accounts check main",
        "true,   1000, in,    READY,",
        "true,       , in,    READY,",
        "true,     71, in,    EXPIRES_SOON, cadeau accounts login main",
        "true,      0, in,    EXPIRED,      cadeau accounts login main",
        "true,     -5, none,  EXPIRED,      cadeau accounts login main",
        "true,   1000, out,   LOGGED_OUT,   cadeau accounts login main",
        "true,     -5, out,   LOGGED_OUT,   cadeau accounts login main",
    })
    void saysHowAnAccountIsAndWhatToDo(
            boolean sealed, @Nullable Long ends, String seen, Health.State state, @Nullable String todo) {
        var health = of(
                null,
                sealed,
                sealed ? endsIn(ends) : null,
                switch (seen) {
                    case "in" -> seen(true, true);
                    case "out" -> seen(false, true);
                    case "never" -> seen(true, false);
                    default -> null;
                });
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.sentence()).endsWith(".");
        assertThat(health.todo().stream().findFirst()).isEqualTo(java.util.Optional.ofNullable(todo));
    }

    @Test
    void aSessionThatDoesNotOpenIsMadeAnew() {
        assertThat(of(null, true, null, seen(true, true)).state()).isEqualTo(Health.State.UNREADABLE);
    }

    @Test
    void ofAShutAccountTheReviewsComeFirstAndThenItIsCleared() {
        var health = of(CHALLENGED, true, endsIn(-5L), seen(false, false));
        assertThat(health.state()).isEqualTo(Health.State.SHUT);
        assertThat(health.sentence()).contains("CHALLENGED");
        assertThat(health.todo())
                .containsExactly(
                        "cadeau sends resolve 01A --landed K --reason TEXT",
                        "look at the account in a browser of your own",
                        "cadeau accounts clear main --reason TEXT");
    }
}
