package app.cadeau.api;

import app.cadeau.sends.ListQuery;
import app.cadeau.sends.Machine;
import app.cadeau.sends.Receipt;
import app.cadeau.sends.Sends;
import app.cadeau.storage.Restored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}: the daemon, its lanes, its queue, what runs and what ran last. */
@RestController
class StatusApi {

    private static final int LAST = 10;

    /** @param restored why nothing is sent until a person has looked at the whole database, or null */
    record Status(
            DaemonLine daemon,
            @Nullable String restored,
            List<LaneLines.Lane> lanes,
            QueueApi.Queue queue,
            Machine machine,
            List<Receipt> running,
            List<Receipt> last) {}

    /** @param live base of the LIVE site that sends go to */
    record DaemonLine(String version, Instant startedAt, String live) {}

    record PageKey(String key) {}

    private final LaneLines lanes;
    private final Sends sends;
    private final Target target;
    private final PageKeys pageKeys;
    private final Instant startedAt;

    StatusApi(LaneLines lanes, Sends sends, Target target, PageKeys pageKeys, InstantSource clock) {
        this.lanes = lanes;
        this.sends = sends;
        this.target = target;
        this.pageKeys = pageKeys;
        this.startedAt = clock.instant();
    }

    @GetMapping("/api/status")
    Status status() {
        return new Status(
                new DaemonLine(LiveReaders.version(), startedAt, target.url().toString()),
                sends.restored().map(Restored::sentence).orElse(null),
                lanes.all(),
                QueueApi.Queue.of(sends),
                sends.machine(),
                sends.running(),
                sends.list(new ListQuery(null, LAST, null, null)));
    }

    /** A key for the pages that works once: open {@code /?key=…} in a browser. */
    @PostMapping("/api/page-key")
    PageKey pageKey() {
        return new PageKey(pageKeys.newKey());
    }
}
