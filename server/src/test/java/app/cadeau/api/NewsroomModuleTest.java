package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.cadeau.TestDatabase;
import app.cadeau.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsroomModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-26T20:00:00Z");
    private final InstantSource clock = () -> now;

    private static final class Reader implements Outbox.Wire {
        final List<JsonNode> heard = new ArrayList<>();
        final Outbox outbox = new Outbox(this, Duration.ofNanos(1));

        @Override
        public void send(String text) {
            heard.add(JSON.readTree(text));
        }

        @Override
        public void ping() {
            outbox.close();
        }

        @Override
        public void end(boolean slow) {}

        /** Reads what is there, and leaves. */
        List<String> types() {
            outbox.run();
            return heard.stream().map(message -> message.get("type").asString()).toList();
        }
    }

    private Newsroom newsroom(TestDatabase database) {
        return new Newsroom(new NewsNumbers(database.jdbc(), clock), JSON, clock);
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatDroppedOutHearsWhatItMissedAndTheNewestProgressOnly(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var newsroom = newsroom(database);
            var first = new Reader();
            newsroom.join(first.outbox, null, "1");
            newsroom.tell("send", Map.of("state", "SENDING"));
            assertThat(first.types()).containsExactly("hello", "send");
            var last = first.heard.getLast().get("id").longValue();
            newsroom.tell("send", Map.of("confirmed", 1), "send a");
            newsroom.tell("send", Map.of("confirmed", 2), "send a");
            newsroom.tell("send", Map.of("state", "CONFIRMED"));
            var second = new Reader();
            newsroom.join(second.outbox, last, "1");
            assertThat(second.types()).containsExactly("hello", "send", "send");
            assertThat(second.heard.get(0).get("data").get("resumed").booleanValue())
                    .isTrue();
            assertThat(second.heard.get(1).get("data").get("confirmed").intValue())
                    .isEqualTo(2);
            assertThat(second.heard)
                    .extracting(message -> message.get("id").longValue())
                    .isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersIncreaseOverARestartAndAClockSetBackAndThenNothingCanBeResumed(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var before = new Reader();
            var newsroom = newsroom(database);
            newsroom.join(before.outbox, null, "1");
            newsroom.tell("queue", Map.of());
            before.types();
            var last = before.heard.getLast().get("id").longValue();
            now = now.minus(Duration.ofDays(400));
            var restarted = newsroom(database);
            var after = new Reader();
            restarted.join(after.outbox, last, "1");
            restarted.tell("queue", Map.of());
            assertThat(after.types()).containsExactly("hello", "reset", "queue");
            assertThat(after.heard.get(0).get("data").get("resumed").booleanValue())
                    .isFalse();
            assertThat(after.heard.getLast().get("id").longValue())
                    .isGreaterThan(last)
                    .isLessThan(1L << 53);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesTooLateIsToldToReadEverythingAnew(Vendor vendor) {
        try (var database = new TestDatabase(vendor, folder)) {
            var newsroom = newsroom(database);
            var first = new Reader();
            newsroom.join(first.outbox, null, "1");
            newsroom.leave(first.outbox);
            first.types();
            var last = first.heard.getLast().get("id").longValue();
            for (var told = 0; told <= Newsroom.REMEMBERED; told++) {
                newsroom.tell("queue", Map.of());
            }
            var late = new Reader();
            newsroom.join(late.outbox, last, "1");
            assertThat(late.types()).containsExactly("hello", "reset");
        }
    }
}
