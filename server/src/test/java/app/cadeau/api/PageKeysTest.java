package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageKeysTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final PageKeys keys = new PageKeys(() -> now);

    @Test
    void aKeyWorksOnce() {
        var key = keys.newKey();
        assertThat(keys.use(key)).isTrue();
        assertThat(keys.use(key)).isFalse();
        assertThat(keys.use("")).isFalse();
    }

    @Test
    void aKeyWorksNoMoreTheNextDay() {
        var key = keys.newKey();
        now = now.plus(Duration.ofHours(12));
        assertThat(keys.use(key)).isFalse();
    }
}
