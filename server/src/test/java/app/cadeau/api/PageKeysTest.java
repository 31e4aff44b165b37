package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageKeysTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path anotherHome;

    private static PageKeys keys(Path home, Instant now) {
        var settings = new ApiSettings(
                home, new ApiSettings.Live(URI.create("http://127.0.0.1:8788")), new ApiSettings.Database(""));
        return new PageKeys(new Token(settings), InstantSource.fixed(now));
    }

    @Test
    void aCookieOutlivesTheDaemonThatGaveItAndNotItsWeek() {
        var before = keys(home, NOON);
        var cookie = before.exchange(before.newKey());
        assertThat(keys(home, NOON.plus(Duration.ofDays(6))).knows(cookie)).isTrue();
        assertThat(keys(home, NOON.plus(Duration.ofDays(7))).knows(cookie)).isFalse();
        assertThat(keys(anotherHome, NOON).knows(cookie)).isFalse();
    }

    @Test
    void aKeyWorksOnce() {
        var keys = keys(home, NOON);
        var key = keys.newKey();
        assertThat(keys.exchange(key)).isNotEmpty();
        assertThat(keys.exchange(key)).isEmpty();
    }
}
