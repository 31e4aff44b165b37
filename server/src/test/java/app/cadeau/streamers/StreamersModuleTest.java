package app.cadeau.streamers;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import app.cadeau.live.StreamerName;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamersModuleTest {

    private static final StreamerName DEMO = new StreamerName("@demo");
    private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsAFavouriteWithItsNoteUntilItIsRemoved(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var streamers = new Streamers(database.jdbc(), () -> NOW);
            assertThat(streamers.keep(DEMO, "Friday nights")).isEqualTo(Streamers.Kept.NEW);
            assertThat(streamers.keep(DEMO, null)).isEqualTo(Streamers.Kept.CHANGED);
            assertThat(streamers.list()).containsExactly(new Streamer(DEMO, "Friday nights", NOW, null, null));
            streamers.keep(DEMO, "Sundays");
            assertThat(streamers.find(DEMO).orElseThrow().note()).isEqualTo("Sundays");
            assertThat(streamers.remove(DEMO)).isTrue();
            assertThat(streamers.remove(DEMO)).isFalse();
            assertThat(streamers.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOlderLookDoesNotReplaceANewerOne(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var streamers = new Streamers(database.jdbc(), () -> NOW);
            streamers.seen(DEMO, true, NOW);
            assertThat(streamers.find(DEMO)).isEmpty();
            streamers.keep(DEMO, null);
            streamers.seen(DEMO, true, NOW);
            streamers.seen(DEMO, false, NOW.minusSeconds(1));
            assertThat(streamers.find(DEMO).orElseThrow().onAir()).isTrue();
            streamers.seen(DEMO, null, NOW.plusSeconds(1));
            assertThat(streamers.find(DEMO).orElseThrow().onAir()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAnEndToFavourites(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var streamers = new Streamers(database.jdbc(), () -> NOW);
            for (var number = 0; number < Streamers.MOST; number++) {
                streamers.keep(new StreamerName("s" + number), null);
            }
            assertThat(streamers.keep(DEMO, null)).isEqualTo(Streamers.Kept.TOO_MANY);
            assertThat(streamers.keep(new StreamerName("s7"), "known")).isEqualTo(Streamers.Kept.CHANGED);
        }
    }
}
