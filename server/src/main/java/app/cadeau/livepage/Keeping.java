package app.cadeau.livepage;

import app.cadeau.browser.LaneDown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Takes a keepsake of a page, on a thread of its own; what does not come in time is left out. */
final class Keeping {

    /** What keeping may cost whoever waits for it. */
    static final Duration WITHIN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final int LONGEST = 500_000;
    private static final Pattern BALANCE = Pattern.compile("\"target\":\"balance\",\"found\":true,\"how\":\"[^\"]*\"");

    private final ChromiumLivePage page;
    private final LastRequests requests;
    private final InstantSource clock;
    private final Instant deadline;

    Keeping(ChromiumLivePage page, LastRequests requests, InstantSource clock, Instant deadline) {
        this.page = page;
        this.requests = requests;
        this.clock = clock;
        this.deadline = deadline;
    }

    CompletableFuture<@Nullable Keepsake> begin() {
        var promise = new CompletableFuture<@Nullable Keepsake>();
        Thread.ofVirtual().name("keeping").start(() -> promise.complete(take()));
        return promise;
    }

    /** Waits for one that was begun, as long as one may take. */
    static @Nullable Keepsake now(CompletableFuture<@Nullable Keepsake> promise, InstantSource clock)
            throws InterruptedException {
        try {
            return promise.get(WITHIN.toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException missed) {
            LOG.warn("nothing could be kept of a page: {}", missed.toString());
            return null;
        }
    }

    private Keepsake take() {
        page.painted(true);
        try {
            hideCoins();
            String structure = structure();
            Pictures pictures = pictures();
            JsonNode seen = look("cadeau.probeToKeep()");
            return new Keepsake(
                    pictures.page(),
                    pictures.panel(),
                    structure,
                    requests.outlines(),
                    seen == null ? null : Cut.tokens(withoutCoins(seen.toString())),
                    Cut.tokens(page.place()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return none();
        } catch (RuntimeException broken) {
            LOG.warn("a page could not be kept in full", broken);
            return none();
        } finally {
            page.painted(false);
        }
    }

    /** On a page that nobody understands the wallet is but a number, which is to be hidden all the same. */
    private void hideCoins() throws InterruptedException {
        var balance = page.known().balance();
        look("cadeau.coinsToHide(" + (balance == null ? "null" : balance.coins().amount()) + "), 0");
    }

    /** The wallet's digits are nines in all that is kept. */
    private static String withoutCoins(String seen) {
        return BALANCE.matcher(seen)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("\\d", "9")));
    }

    private Keepsake none() {
        return new Keepsake(null, null, null, requests.outlines(), null, Cut.tokens(page.place()));
    }

    private @Nullable String structure() throws InterruptedException {
        JsonNode told = look("cadeau.structure()");
        String text = told != null && told.isString() ? told.asString() : null;
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n<!-- cut here -->";
    }

    /** What must be hidden is asked before and after: what moves between the two is hidden at both places. */
    private Pictures pictures() throws InterruptedException {
        JsonNode before = look("cadeau.masks()");
        byte[] shot = before == null ? null : shot();
        JsonNode after = shot == null ? null : look("cadeau.masks()");
        return shot == null || before == null || after == null ? Pictures.NONE : Pictures.of(shot, before, after);
    }

    private byte @Nullable [] shot() throws InterruptedException {
        try {
            return page.calls().await(page.picture(), deadline);
        } catch (LaneDown | TimeoutException none) {
            LOG.info("no picture of a page: {}", none.toString());
            return null;
        }
    }

    private @Nullable JsonNode look(String expression) throws InterruptedException {
        try {
            return clock.instant().isAfter(deadline) ? null : page.calls().look(expression, deadline);
        } catch (LaneDown down) {
            return null;
        }
    }
}
