package app.cadeau.livepage;

import app.cadeau.browser.LetIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where LIVEs are and how long things may take.
 *
 * @param site base of the LIVE site
 * @param letIn which sites are opened at all
 * @param openWithin what the opening of a page may take, once it is its turn
 * @param factsWithin what a LIVE is must be known this long after its page set out
 * @param unreadLimit an answer unread for longer shuts the gate
 * @param warm how long a page that was closed stays open for the next send to its LIVE
 * @param newsLimit news that may wait for the send; beyond it the page counts as gone
 * @param designs the page designs to look for, by name, in order; empty for all
 * @param ownDesigns where the owner's own designs are, {@code NAME.yaml} each; null for none
 */
public record LivePageSettings(
        URI site,
        LetIn letIn,
        Duration openWithin,
        Duration factsWithin,
        Duration unreadLimit,
        Warmth warm,
        int newsLimit,
        List<String> designs,
        @Nullable Path ownDesigns,
        Press press) {

    /** How Send is pressed. TRUSTED: by a real mouse event, for a page that ignores what scripts do. */
    public enum Press {
        SCRIPT,
        TRUSTED
    }

    public LivePageSettings {
        if (newsLimit < 100) {
            throw new IllegalArgumentException("the queue of news holds at least 100, not " + newsLimit);
        }
        designs = List.copyOf(designs);
    }

    public static LivePageSettings of(URI site) {
        return new LivePageSettings(
                site,
                LetIn.THIS_MACHINE,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Warmth.DEFAULT,
                20_000,
                List.of(),
                null,
                Press.SCRIPT);
    }

    /**
     * When pages are left that no send works on. A page grows as long as it is open: chat, stream, what it remembers.
     *
     * @param idle after so long without a send the page is left and the lane ended
     * @param age an older page is left at the end of a send, and its lane opened anew for the next
     * @param gifts the same for one that has sent so many
     */
    public record Warmth(Duration idle, Duration age, int gifts) {

        public static final Warmth DEFAULT = new Warmth(Duration.ofMinutes(10), Duration.ofHours(1), 5_000);
    }

    private LivePageSettings with(List<String> newDesigns, @Nullable Path folder, Press newPress) {
        return new LivePageSettings(
                site, letIn, openWithin, factsWithin, unreadLimit, warm, newsLimit, newDesigns, folder, newPress);
    }

    public LivePageSettings withLetIn(LetIn sites) {
        return new LivePageSettings(
                site, sites, openWithin, factsWithin, unreadLimit, warm, newsLimit, designs, ownDesigns, press);
    }

    public LivePageSettings withWarmth(Warmth newWarm) {
        return new LivePageSettings(
                site, letIn, openWithin, factsWithin, unreadLimit, newWarm, newsLimit, designs, ownDesigns, press);
    }

    /** Reads the designs in this folder too, each time a page is opened. */
    public LivePageSettings withOwnDesigns(Path folder) {
        return with(designs, folder, press);
    }

    public LivePageSettings withDesigns(List<String> newDesigns) {
        return with(newDesigns, ownDesigns, press);
    }

    public LivePageSettings withPress(Press newPress) {
        return with(designs, ownDesigns, newPress);
    }
}
