package app.cadeau.livepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PageWatchTest {

    private final PageWatch watch = new PageWatch(new Known(), 100, InstantSource.system());

    @Test
    void noSendBeginsOnAPageWhoseStreamHasClosed() {
        assertThat(watch.troubled()).as("a page that never had a stream").isTrue();
        watch.listens(true);
        assertThat(watch.troubled()).isFalse();
        watch.listens(false);
        assertThat(watch.troubled()).isTrue();
        watch.listens(true);
        assertThat(watch.troubled()).as("the page opened its stream anew").isFalse();
    }

    @Test
    void aPolledStreamIsOpenAsLongAsItIsAnswered() {
        watch.listens(false);
        watch.told(CallPath.POLLED_STREAM, new byte[0]);
        assertThat(watch.troubled()).isFalse();
        watch.failed(CallPath.POLLED_STREAM);
        assertThat(watch.troubled()).isTrue();
    }
}
