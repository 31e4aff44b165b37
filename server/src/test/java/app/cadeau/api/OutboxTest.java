package app.cadeau.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    /** Holds every text back until it is let go. */
    private static final class Paper implements Outbox.Wire {
        final List<String> sent = new ArrayList<>();
        int pings;
        boolean slow;
        Outbox outbox = new Outbox(this, Duration.ofHours(1));

        @Override
        public void send(String text) {
            sent.add(text);
            if (text.equals("last")) {
                outbox.close();
            }
        }

        @Override
        public void ping() {
            pings++;
            outbox.close();
        }

        @Override
        public void end(boolean tooSlow) {
            slow = tooSlow;
        }
    }

    private final Paper paper = new Paper();

    private Outbox outbox(Duration pingEvery) {
        paper.outbox = new Outbox(paper, pingEvery);
        return paper.outbox;
    }

    @Test
    void aSlowReaderLosesProgressThatANewerOneReplacedAndNeverAState() {
        var outbox = outbox(Duration.ofHours(1));
        outbox.add(new News(1, "a begins", null));
        outbox.add(new News(2, "a at 10", "send a"));
        outbox.add(new News(3, "b at 5", "send b"));
        outbox.add(new News(4, "a at 20", "send a"));
        outbox.add(new News(5, "a ended", null));
        outbox.add(new News(6, "last", null));
        outbox.run();
        assertThat(paper.sent).containsExactly("a begins", "b at 5", "a at 20", "a ended", "last");
        assertThat(paper.slow).isFalse();
    }

    @Test
    void aReaderForWhomStatesPileUpIsSentAwayToResume() {
        var outbox = outbox(Duration.ofHours(1));
        for (var id = 0; id <= Outbox.MOST; id++) {
            outbox.add(new News(id, "state", null));
        }
        outbox.run();
        assertThat(paper.sent).isEmpty();
        assertThat(paper.slow).isTrue();
    }

    @Test
    void aReaderIsAskedWhetherItIsThereWhenNothingHappens() {
        outbox(Duration.ofNanos(1)).run();
        assertThat(paper.pings).isEqualTo(1);
    }
}
