package app.cadeau.sends;

import app.cadeau.livepage.Keepsake;
import app.cadeau.livepage.LivePage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what one send or look saw of a page: it is looked at when the trouble shows, beside all else, and written when
 * the outcome stands. It never changes that outcome.
 */
final class Filing {

    private static final Logger log = LoggerFactory.getLogger(Filing.class);
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(2);
    private static final long GRACE_MILLIS = 300;

    private final EvidenceFolders folders;
    private final InstantSource clock;
    private final String name;
    private final Map<String, Object> about = new LinkedHashMap<>();
    private @Nullable CompletableFuture<@Nullable Keepsake> look;

    Filing(EvidenceFolders folders, InstantSource clock, String name) {
        this.folders = folders;
        this.clock = clock;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Says something of the page that the files should tell. */
    Filing about(String what, @Nullable Object value) {
        about.put(what, value);
        return this;
    }

    /** What was kept by whoever found that the page cannot be opened. */
    void found(@Nullable Keepsake kept) {
        look = kept == null ? look : CompletableFuture.completedFuture(kept);
    }

    void lookWhereWanted(LivePage page, @Nullable Reason reason, boolean review) {
        if (EvidenceFolders.wanted(reason, review)) {
            look(page);
        }
    }

    /** The folder is there before anyone hears of the end, and what is in it comes after. */
    void keeping(@Nullable Reason reason, boolean review, Standing standing, Runnable end) {
        var wanted = EvidenceFolders.wanted(reason, review);
        if (wanted) {
            folders.reserve(name);
        }
        end.run();
        if (wanted) {
            write(standing.receipt().reason());
        }
    }

    /** Begins to look, once; returns at once. */
    void look(LivePage page) {
        if (look != null) {
            return;
        }
        try {
            look = page.keep(clock.instant().plus(LOOK_WITHIN));
            about("at", clock.instant().toString());
        } catch (RuntimeException broken) {
            log.warn("the page of {} could not be looked at", name, broken);
        }
    }

    /** Writes what was seen, as soon as it is there. */
    void write(@Nullable Reason reason) {
        var kept = kept();
        about.putIfAbsent("at", clock.instant().toString());
        about("reason", reason == null ? null : reason.code().name());
        // The receipt has its sentence too; here it may be what a dialog said, and so name a viewer.
        about("page", kept == null ? null : kept.address());
        var version = Filing.class.getPackage().getImplementationVersion();
        about("cadeau", version == null ? "not packaged" : version);
        var json = JsonMapper.shared();
        about("designs", kept == null || kept.seen() == null ? null : json.readTree(kept.seen()));
        folders.fill(name, kept, json.writerWithDefaultPrettyPrinter().writeValueAsString(about));
    }

    private @Nullable Keepsake kept() {
        var begun = look;
        if (begun == null) {
            return null;
        }
        try {
            return begun.get(LOOK_WITHIN.toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException missed) {
            log.warn("nothing could be kept of the page of {}: {}", name, missed.toString());
            return null;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
